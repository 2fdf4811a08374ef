package org.tripostal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tripostal.sqlite.SqliteFile;

/** The journal of one user. Two programs may use it at the same time. Not safe for use by several threads. */
public final class Journal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            "id, run, at, account, message_id, delivery, author, subject, from_folder, to_folder, before, decision, outcome, undo";
    private static final String INSERT = "INSERT INTO entry (run, at, account, message_id, delivery, author, subject, from_folder, to_folder, before, decision,"
            + " outcome, undo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";

    /** What was carried out and not yet taken back. */
    static final String STANDS = "undo = 'NONE' AND outcome = 'done'";

    private final Database database;
    private final Copies copies;
    private final SentMail sentMail;
    private final Marks marks;
    private final Optional<Path> setAside;

    private Journal(Database database, Optional<Path> setAside) {
        this.database = database;
        this.copies = new Copies(database);
        this.sentMail = new SentMail(database);
        this.marks = new Marks(database);
        this.setAside = setAside;
    }

    /**
     * Opens the journal, and makes it where there is none. A file that is no journal, or is damaged, is set aside and a new one begun.
     *
     * @throws JournalException where it can be neither read nor made
     */
    public static Journal open(Path file) throws JournalException {
        return open(file, Instant.now());
    }

    /**
     * The same by a program that has been running for a while.
     *
     * @param begun since when it knows what comes: where a new journal is begun, mail that came since is not from before it
     */
    public static Journal open(Path file, Instant begun) throws JournalException {
        SqliteFile.Opened opened = JournalFile.open(file, begun);
        return new Journal(new Database(file, opened.connection()), opened.setAside());
    }

    /** Deletes the damaged journals that were set aside beside this file. */
    public static void deleteSetAside(Path file) throws JournalException {
        JournalFile.deleteSetAside(file);
    }

    /** Whether this is still the file that lies there: somebody may have deleted it, or put another in its place. Then what is written here is lost. */
    public boolean isInPlace() {
        return database.isInPlace();
    }

    /** Where a damaged journal was put when this one was opened. */
    public Optional<Path> setAside() {
        return setAside;
    }

    /** The copies of messages that were judged. */
    public Copies copies() {
        return copies;
    }

    /** What the user sent, and to whom. */
    public SentMail sentMail() {
        return sentMail;
    }

    /** What the user said of messages: junk, or not. */
    public Marks marks() {
        return marks;
    }

    /** What is done with the journal. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T with(Journal journal) throws JournalException;
    }

    /** Does several things, all or none of them. */
    public <T> T together(Work<T> work) throws JournalException {
        return database.change(connection -> work.with(this));
    }

    /**
     * Records what was carried out, all or nothing.
     *
     * @return the numbers of the entries, in order
     */
    public List<Long> record(List<Entry> entries) throws JournalException {
        return database.change(connection -> {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                for (Entry entry : entries) {
                    statement.setString(1, entry.run());
                    statement.setLong(2, entry.at().toEpochMilli());
                    statement.setString(3, entry.account());
                    statement.setString(4, entry.messageId());
                    statement.setString(5, entry.delivery());
                    statement.setString(6, entry.author());
                    statement.setString(7, entry.subject());
                    statement.setString(8, entry.from());
                    statement.setString(9, entry.to());
                    statement.setString(10, entry.before().toString());
                    statement.setString(11, entry.decision().toString());
                    statement.setString(12, entry.outcome());
                    statement.setString(13, entry.undo().name());
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        ids.add(row.getLong(1));
                    }
                }
            }
            return ids;
        });
    }

    /** The latest entries, newest first: those before an entry, or from the newest on where {@code before} is 0. */
    public List<Entry> latest(int limit, long before) throws JournalException {
        return select("WHERE (? = 0 OR id < ?) ORDER BY id DESC LIMIT ?", before, before, limit);
    }

    /** All entries on a message, newest first. */
    public List<Entry> of(String account, String messageId) throws JournalException {
        return select("WHERE account = ? AND message_id = ? ORDER BY id DESC", account, messageId);
    }

    /** The entries that are looked for, newest first: those before an entry, or from the newest on where {@code before} is 0. */
    public List<Entry> search(Search search, int limit, long before) throws JournalException {
        Search.Condition which = search.condition();
        List<Object> values = new ArrayList<>(which.values());
        values.addAll(List.of(before, before, limit));
        return select("WHERE " + which.sql() + " AND (? = 0 OR id < ?) ORDER BY id DESC LIMIT ?", values.toArray());
    }

    /** What is looked for, counted. */
    public Overview overview(Search search) throws JournalException {
        return new Counts(database, search).overview();
    }

    /**
     * Forgets the entries from before a moment. Which copies of messages were judged stays known. Where there are none, nothing is written: a journal
     * that another program writes to can still be read.
     */
    public int forgetBefore(Instant moment) throws JournalException {
        if (search(Search.between(null, moment), 1, 0).isEmpty()) {
            return 0;
        }
        return database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM entry WHERE at < ?")) {
                statement.setLong(1, moment.toEpochMilli());
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Forgets everything, which copies of messages were judged too, and leaves nothing of it in the file. What an inbox holds at the next complete look
     * counts as old mail, which is left alone.
     */
    public void forgetAll() throws JournalException {
        database.change(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String table : JournalFile.PERSONAL) {
                    statement.executeUpdate("DELETE FROM " + table);
                }
                // What is there now is from before this journal, as it was at the very first look.
                statement.executeUpdate("UPDATE begun SET at = " + System.currentTimeMillis());
                return null;
            }
        });
        database.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM");
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                return null;
            }
        });
    }

    /** How many entries there are. */
    public long count() throws JournalException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM entry");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** One entry. */
    public Optional<Entry> entry(long id) throws JournalException {
        return select("WHERE id = ?", id).stream().findFirst();
    }

    /** One entry that can be taken back: it was carried out, and stands. */
    public Optional<Entry> standing(long id) throws JournalException {
        return select("WHERE id = ? AND " + STANDS, id).stream().findFirst();
    }

    /** The entries of the last run that can be taken back, newest first; none where there is none. */
    public List<Entry> lastRun() throws JournalException {
        return select("WHERE run = (SELECT run FROM entry WHERE " + STANDS + " ORDER BY id DESC LIMIT 1) AND " + STANDS + " ORDER BY id DESC");
    }

    /** The entries that wait to be taken back, newest first: the first so many of them. */
    public List<Entry> undoRequested(int limit) throws JournalException {
        return select("WHERE undo = 'REQUESTED' ORDER BY id DESC LIMIT ?", limit);
    }

    /** Asks that all that is looked for, and stands, be taken back. */
    public void requestUndo(Search search) throws JournalException {
        Search.Condition which = search.standing().condition();
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("UPDATE entry SET undo = 'REQUESTED' WHERE " + which.sql())) {
                for (int i = 0; i < which.values().size(); i++) {
                    statement.setObject(i + 1, which.values().get(i));
                }
                return statement.executeUpdate();
            }
        });
    }

    /** Which of these messages were taken back once; they are not touched again. */
    public Set<String> takenBack(String account, Collection<String> messageIds) throws JournalException {
        return database.read(connection -> {
            Set<String> found = new HashSet<>();
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM entry WHERE account = ? AND message_id = ? AND undo = 'DONE')")) {
                for (String messageId : messageIds) {
                    statement.setString(1, account);
                    statement.setString(2, messageId);
                    try (ResultSet row = statement.executeQuery()) {
                        if (row.next() && row.getBoolean(1)) {
                            found.add(messageId);
                        }
                    }
                }
            }
            return found;
        });
    }

    /** Marks entries. */
    public void mark(List<Long> ids, Entry.Undo undo) throws JournalException {
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("UPDATE entry SET undo = ? WHERE id = ?")) {
                for (long id : ids) {
                    statement.setString(1, undo.name());
                    statement.setLong(2, id);
                    statement.executeUpdate();
                }
            }
            return ids;
        });
    }

    @Override
    public void close() throws JournalException {
        database.close();
    }

    private List<Entry> select(String condition, Object... values) throws JournalException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT " + COLUMNS + " FROM entry " + condition)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                List<Entry> entries = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        entries.add(entry(row));
                    }
                }
                return entries;
            } catch (JsonProcessingException e) {
                throw database.failure(e);
            }
        });
    }

    private static Entry entry(ResultSet row) throws SQLException, JsonProcessingException {
        return new Entry(
                row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getString(4), row.getString(5), row.getString(6),
                row.getString(7), row.getString(8), row.getString(9), row.getString(10), JSON.readTree(row.getString(11)),
                JSON.readTree(row.getString(12)), row.getString(13), Entry.Undo.valueOf(row.getString(14)));
    }
}
