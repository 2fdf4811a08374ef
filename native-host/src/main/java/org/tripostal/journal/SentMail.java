package org.tripostal.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the user sent: the Message-IDs, by which answers are known, and whom the user has written to, and when last. Neither subject nor text.
 *
 * <p>Bounded: of both the newest {@value #MOST} are kept.
 */
public final class SentMail {

    /** Some ten years of a busy person's mail; a few megabytes. */
    static final int MOST = 50_000;

    private final Database database;

    SentMail(Database database) {
        this.database = database;
    }

    /**
     * A message that was sent.
     *
     * @param messageId without angle brackets
     * @param at when
     * @param recipients addresses in lower case, of To, Cc and Bcc
     */
    public record Sent(String messageId, Instant at, List<String> recipients) {}

    /** Notes what was sent from an account. What is noted already stays as it is. */
    public void note(String account, Collection<Sent> messages) throws JournalException {
        database.change(connection -> {
            try (PreparedStatement sent = connection.prepareStatement("INSERT OR IGNORE INTO sent (account, message_id, at) VALUES (?, ?, ?)");
                    PreparedStatement written = connection.prepareStatement(
                            "INSERT INTO written (address, at) VALUES (?, ?) ON CONFLICT (address) DO UPDATE SET at = max(at, excluded.at)")) {
                for (Sent message : messages) {
                    sent.setString(1, account);
                    sent.setString(2, message.messageId());
                    sent.setLong(3, message.at().toEpochMilli());
                    sent.executeUpdate();
                    for (String address : message.recipients()) {
                        written.setString(1, address);
                        written.setLong(2, message.at().toEpochMilli());
                        written.executeUpdate();
                    }
                }
            }
            forgetOldest(connection.prepareStatement("DELETE FROM sent WHERE at < (SELECT at FROM sent ORDER BY at DESC LIMIT 1 OFFSET ?)"));
            forgetOldest(connection.prepareStatement("DELETE FROM written WHERE at < (SELECT at FROM written ORDER BY at DESC LIMIT 1 OFFSET ?)"));
            return messages;
        });
    }

    private static void forgetOldest(PreparedStatement statement) throws SQLException {
        try (statement) {
            statement.setInt(1, MOST - 1);
            statement.executeUpdate();
        }
    }

    /** When the newest message that is noted was sent from this account. */
    public Optional<Instant> latest(String account) throws JournalException {
        return moment("SELECT max(at) FROM sent WHERE account = ?", account);
    }

    /** When the user sent this message, from whichever account; nothing where it is none of the user's. */
    public Optional<Instant> sent(String messageId) throws JournalException {
        return moment("SELECT min(at) FROM sent WHERE message_id = ?", messageId);
    }

    /** When the user last wrote to this address, which is in lower case; nothing where never. */
    public Optional<Instant> lastWritten(String address) throws JournalException {
        return moment("SELECT at FROM written WHERE address = ?", address);
    }

    private Optional<Instant> moment(String select, String value) throws JournalException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setString(1, value);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getObject(1) != null ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }
}
