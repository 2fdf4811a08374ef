package org.tripostal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The journal of one user. Two programs may use it at the same time. Not safe for use by several threads. */
public final class Journal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            "id, run, at, account, message_id, delivery, author, subject, from_folder, to_folder, before, decision, outcome, undo";
    private static final String INSERT = "INSERT INTO entry (run, at, account, message_id, delivery, author, subject, from_folder, to_folder, before, decision,"
            + " outcome, undo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";

    /** What was carried out and not yet taken back. */
    private static final String STANDS = "undo = 'NONE' AND outcome = 'done'";

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
        JournalFile.Opened opened = JournalFile.open(file, begun);
        return new Journal(new Database(file, opened.connection()), opened.setAside());
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

    /** The entries that wait to be taken back, newest first. */
    public List<Entry> undoRequested() throws JournalException {
        return select("WHERE undo = 'REQUESTED' ORDER BY id DESC");
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
