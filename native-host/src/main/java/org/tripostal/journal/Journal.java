package org.tripostal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The journal of one user. Two programs may use it at the same time. Not safe for use by several threads. */
public final class Journal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            "id, run, at, account, message_id, delivery, author, subject, from_folder, to_folder, before, decision, outcome, undo";

    private final Path file;
    private final Connection connection;
    private final Optional<Path> setAside;

    private Journal(Path file, JournalFile.Opened opened) {
        this.file = file;
        this.connection = opened.connection();
        this.setAside = opened.setAside();
    }

    /**
     * Opens the journal, and makes it where there is none. A file that is no journal, or is damaged, is set aside and a new one begun.
     *
     * @throws JournalException where it can be neither read nor made
     */
    public static Journal open(Path file) throws JournalException {
        return new Journal(file, JournalFile.open(file));
    }

    /** Where a damaged journal was put when this one was opened. */
    public Optional<Path> setAside() {
        return setAside;
    }

    /**
     * Records what was carried out, all or nothing.
     *
     * @return the numbers of the entries, in order
     */
    public List<Long> record(List<Entry> entries) throws JournalException {
        return change(() -> {
            List<Long> ids = new ArrayList<>();
            String insert = "INSERT INTO entry (run, at, account, message_id, delivery, author, subject, from_folder, to_folder, before, decision, outcome, undo)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
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
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM entry");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** One entry. */
    public Optional<Entry> entry(long id) throws JournalException {
        return select("WHERE id = ?", id).stream().findFirst();
    }

    /** The entries of the last run that still stand, newest first; none where there is none. */
    public List<Entry> lastRun() throws JournalException {
        return select("WHERE run = (SELECT run FROM entry WHERE undo = 'NONE' AND outcome = 'done' ORDER BY id DESC LIMIT 1) AND undo = 'NONE' ORDER BY id DESC");
    }

    /** The entries that wait to be taken back, newest first. */
    public List<Entry> undoRequested() throws JournalException {
        return select("WHERE undo = 'REQUESTED' ORDER BY id DESC");
    }

    /** Marks entries. */
    public void mark(List<Long> ids, Entry.Undo undo) throws JournalException {
        change(() -> {
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

    /** What is known of the copies of these messages: by Message-ID, then by delivery, how many rest in the inbox. */
    Map<String, Map<String, Integer>> copies(String account, Set<String> messageIds) throws JournalException {
        Map<String, Map<String, Integer>> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT delivery, resting FROM copy WHERE account = ? AND message_id = ?")) {
            for (String messageId : messageIds) {
                statement.setString(1, account);
                statement.setString(2, messageId);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        known.computeIfAbsent(messageId, id -> new HashMap<>()).put(row.getString(1), row.getInt(2));
                    }
                }
            }
            return known;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Notes how many copies of a delivery rest in the inbox. 0: it is known, but elsewhere now.
     *
     * @param resting the number by copy
     */
    public void rest(String account, Map<Copy, Integer> resting) throws JournalException {
        change(() -> {
            String upsert = "INSERT INTO copy (account, message_id, delivery, resting) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (account, message_id, delivery) DO UPDATE SET resting = excluded.resting";
            try (PreparedStatement statement = connection.prepareStatement(upsert)) {
                for (Map.Entry<Copy, Integer> one : resting.entrySet()) {
                    statement.setString(1, account);
                    statement.setString(2, one.getKey().messageId());
                    statement.setString(3, one.getKey().delivery());
                    statement.setInt(4, one.getValue());
                    statement.executeUpdate();
                }
            }
            return resting;
        });
    }

    /**
     * All copies of other messages have left the inbox; they stay known. Those of unknown delivery were there before Tripostal and rest for good: an inbox
     * that is empty for a moment, while Thunderbird repairs it, must not make old mail new.
     */
    void forgetRestingExcept(String account, Set<String> messageIds) throws JournalException {
        change(() -> {
            try (PreparedStatement resting = connection.prepareStatement(
                            "SELECT DISTINCT message_id FROM copy WHERE account = ? AND resting > 0 AND delivery <> ''");
                    PreparedStatement left = connection.prepareStatement(
                            "UPDATE copy SET resting = 0 WHERE account = ? AND message_id = ? AND delivery <> ''")) {
                resting.setString(1, account);
                List<String> gone = new ArrayList<>();
                try (ResultSet row = resting.executeQuery()) {
                    while (row.next()) {
                        if (!messageIds.contains(row.getString(1))) {
                            gone.add(row.getString(1));
                        }
                    }
                }
                for (String messageId : gone) {
                    left.setString(1, account);
                    left.setString(2, messageId);
                    left.executeUpdate();
                }
                return gone;
            }
        });
    }

    /** Whether any message of this account is known yet. */
    public boolean knows(String account) throws JournalException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM copy WHERE account = ?)")) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() throws JournalException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private List<Entry> select(String condition, Object... values) throws JournalException {
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
        } catch (SQLException | JsonProcessingException e) {
            throw failure(e);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException, JsonProcessingException {
        return new Entry(
                row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getString(4), row.getString(5), row.getString(6),
                row.getString(7), row.getString(8), row.getString(9), row.getString(10), JSON.readTree(row.getString(11)),
                JSON.readTree(row.getString(12)), row.getString(13), Entry.Undo.valueOf(row.getString(14)));
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T change(Work<T> work) throws JournalException {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.run();
                connection.commit();
                return result;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private JournalException failure(Exception e) {
        return new JournalException(file + ": " + e.getMessage(), e);
    }
}
