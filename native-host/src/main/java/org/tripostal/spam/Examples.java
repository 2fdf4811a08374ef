package org.tripostal.spam;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.tripostal.sqlite.SqliteFile;

/**
 * The marked messages of one scope (an account, or all of them) on disk, one row a message. SQLite sees to it that a change happens wholly or not at
 * all. Bounded: beyond {@link #MOST} messages of a kind the oldest leave, and a message has at most {@link FeatureSet#MOST} features of about two bytes.
 */
final class Examples implements AutoCloseable {

    /** Messages that are kept of each kind, spam and wanted. */
    static final int MOST = 10_000;

    /** Counted up whenever features are made differently: examples of another version mean nothing. */
    static final int VERSION = 2;

    private final Path file;
    private final Connection connection;
    private final Optional<Path> setAside;

    private Examples(Path file, Connection connection, Optional<Path> setAside) {
        this.file = file;
        this.connection = connection;
        this.setAside = setAside;
    }

    /**
     * Opens the file, and makes it where there is none. One that is damaged or of another version is set aside and a new one begun; what can
     * still be read of a damaged one is taken over.
     */
    static Examples open(Path file) throws LearnerException {
        try {
            SqliteFile.Opened opened = at(file).open();
            Examples examples = new Examples(file, opened.connection(), opened.setAside());
            try {
                if (opened.setAside().isPresent()) {
                    examples.rescue(opened.setAside().get());
                }
                return examples;
            } catch (LearnerException e) {
                examples.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw new LearnerException(file + ": " + e.getMessage(), e);
        }
    }

    /** Deletes the file, and those that were set aside. */
    static void delete(Path file) throws LearnerException {
        try {
            at(file).delete();
        } catch (SQLException | IOException e) {
            throw new LearnerException(file + ": " + e.getMessage(), e);
        }
    }

    private static SqliteFile at(Path file) {
        return new SqliteFile(file, ".set-aside-", new Tables());
    }

    /** Features of another version mean nothing. */
    private record Tables() implements SqliteFile.Schema {

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public Optional<List<String>> from(int version) {
            return version > 0 ? Optional.empty() : Optional.of(List.of(
                    "CREATE TABLE IF NOT EXISTS example (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, spam INTEGER NOT NULL, features BLOB NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS state (generation INTEGER NOT NULL)",
                    "INSERT INTO state SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM state)"));
        }
    }

    /** Where a file that could not be used was put when this one was opened. */
    Optional<Path> setAside() {
        return setAside;
    }

    /**
     * Keeps messages, all or none; one that was kept before has its new mark.
     *
     * @return how many were new or have another mark than before
     */
    int add(List<Example> examples) throws LearnerException {
        return change(() -> {
            int changed = 0;
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO example (key, spam, features) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET spam = excluded.spam,"
                            + " features = excluded.features WHERE spam <> excluded.spam OR features <> excluded.features")) {
                for (Example example : examples) {
                    insert.setString(1, example.key());
                    insert.setBoolean(2, example.spam());
                    insert.setBytes(3, example.packed());
                    changed += insert.executeUpdate();
                }
            }
            for (int spam = 0; spam <= 1; spam++) {
                try (PreparedStatement oldest = connection.prepareStatement(
                        "DELETE FROM example WHERE spam = ? AND id <= (SELECT id FROM example WHERE spam = ? ORDER BY id DESC LIMIT 1 OFFSET ?)")) {
                    oldest.setInt(1, spam);
                    oldest.setInt(2, spam);
                    oldest.setInt(3, MOST);
                    oldest.executeUpdate();
                }
            }
            return changed;
        });
    }

    /**
     * Forgets a message.
     *
     * @return whether it was kept
     */
    boolean remove(String key) throws LearnerException {
        return change(() -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM example WHERE key = ?")) {
                delete.setString(1, key);
                return delete.executeUpdate();
            }
        }) > 0;
    }

    /** All messages, in the order of their keys: what is made of them does not depend on the order in which they came. */
    List<Example> all() throws LearnerException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT key, spam, features FROM example ORDER BY key")) {
            List<Example> examples = new ArrayList<>();
            while (rows.next()) {
                examples.add(new Example(rows.getString(1), rows.getBoolean(2), rows.getBytes(3)));
            }
            return examples;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** A number that grows with every change: what was made of the messages at another number is out of date. */
    long generation() throws LearnerException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("SELECT generation FROM state")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() throws LearnerException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private interface Change {
        int make() throws SQLException;
    }

    private int change(Change change) throws LearnerException {
        try {
            connection.setAutoCommit(false);
            try {
                int changed = change.make();
                if (changed > 0) {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate("UPDATE state SET generation = generation + 1");
                    }
                }
                connection.commit();
                return changed;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private LearnerException failure(SQLException e) {
        return new LearnerException(file + ": " + e.getMessage(), e);
    }

    /** Takes over what can still be read; where that ends, so does the rescue. */
    private void rescue(Path aside) throws LearnerException {
        List<Example> readable = new ArrayList<>();
        try (Connection damaged = new SQLiteConfig().createConnection("jdbc:sqlite:" + aside); Statement statement = damaged.createStatement()) {
            if (SqliteFile.version(statement) == VERSION) {
                try (ResultSet rows = statement.executeQuery("SELECT key, spam, features FROM example NOT INDEXED ORDER BY id")) {
                    while (rows.next()) {
                        readable.add(new Example(rows.getString(1), rows.getBoolean(2), rows.getBytes(3)));
                    }
                }
            }
        } catch (SQLException e) {
            System.err.println("tripostal: " + aside + ": " + e.getMessage()); // what came before it is kept below
        }
        add(readable);
    }
}
