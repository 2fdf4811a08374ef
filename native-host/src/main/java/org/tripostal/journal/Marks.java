package org.tripostal.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;

/**
 * What the user last said of each message, so that the same word said twice is learned once, and a word taken back is unlearned.
 *
 * <p>Bounded: the newest {@value #MOST} are kept.
 */
public final class Marks {

    static final int MOST = 50_000;

    private final Database database;

    Marks(Database database) {
        this.database = database;
    }

    /** What the user holds a message for. */
    public enum Verdict {
        /** Junk: the learner has learned it as spam. */
        SPAM,
        /** Not junk: the learner has learned it as good. */
        HAM,
        /** The user has taken back what was said; the learner knows nothing of it. */
        NONE
    }

    /** What the user did. */
    public enum Deed {
        /** Marked it as junk. */
        MARKED_JUNK,
        /** Took the mark away. */
        MARKED_NOT_JUNK,
        /** Moved it into a junk folder. */
        MOVED_INTO_JUNK,
        /** Moved it out of a junk folder, and not into the trash. */
        MOVED_OUT_OF_JUNK,
        /** Said that it is what was awaited. */
        RESCUED
    }

    private Optional<Verdict> of(String messageId) throws JournalException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT verdict FROM mark WHERE message_id = ?")) {
                statement.setString(1, messageId);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(Verdict.valueOf(row.getString(1))) : Optional.empty();
                }
            }
        });
    }

    /**
     * Notes a deed. Junk is junk, whatever was said before. To take away a mark of the user's own takes back what was said, and says no more; to take away
     * one that a program set, says that the message is good. Thunderbird moves what is marked, and unmarked: the move says nothing new. A message is the same in
     * all accounts: junk may have its folder in another one.
     *
     * @return what the learner is to hold the message for
     */
    public Verdict note(String messageId, Deed deed, Instant at) throws JournalException {
        Optional<Verdict> said = of(messageId);
        Verdict after = switch (deed) {
            case MARKED_JUNK, MOVED_INTO_JUNK -> Verdict.SPAM;
            case RESCUED -> Verdict.HAM;
            case MARKED_NOT_JUNK, MOVED_OUT_OF_JUNK -> said.map(before -> before == Verdict.HAM ? Verdict.HAM : Verdict.NONE).orElse(Verdict.HAM);
        };
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("INSERT OR REPLACE INTO mark (message_id, verdict, at) VALUES (?, ?, ?)")) {
                statement.setString(1, messageId);
                statement.setString(2, after.name());
                statement.setLong(3, at.toEpochMilli());
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM mark WHERE at < (SELECT at FROM mark ORDER BY at DESC LIMIT 1 OFFSET ?)")) {
                statement.setInt(1, MOST - 1);
                return statement.executeUpdate();
            }
        });
        return after;
    }
}
