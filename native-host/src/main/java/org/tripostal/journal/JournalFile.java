package org.tripostal.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tripostal.settings.PrivateFile;

/** The file that the journal lies in: its tables, its rights, and what to do when it is damaged. */
final class JournalFile {

    private static final int BUSY_MILLIS = 5_000;
    private static final int VERSION = 2;

    private static final String DAMAGED = ".damaged-";

    /** The tables that hold something about the user's mail. */
    static final List<String> PERSONAL = List.of("entry", "copy", "account", "sent", "written", "mark");

    private static final String[] TABLES = {
        """
        CREATE TABLE IF NOT EXISTS entry (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          run TEXT NOT NULL, at INTEGER NOT NULL, account TEXT NOT NULL, message_id TEXT NOT NULL, delivery TEXT NOT NULL,
          author TEXT NOT NULL, subject TEXT NOT NULL, from_folder TEXT NOT NULL, to_folder TEXT NOT NULL,
          before TEXT NOT NULL, decision TEXT NOT NULL, outcome TEXT NOT NULL, undo TEXT NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS entry_by_message ON entry (account, message_id)",
        "CREATE INDEX IF NOT EXISTS entry_by_run ON entry (run)",
        "CREATE INDEX IF NOT EXISTS entry_by_time ON entry (at)",
        """
        CREATE TABLE IF NOT EXISTS copy (
          account TEXT NOT NULL, message_id TEXT NOT NULL, delivery TEXT NOT NULL, resting INTEGER NOT NULL,
          PRIMARY KEY (account, message_id, delivery)) WITHOUT ROWID
        """,
        "CREATE TABLE IF NOT EXISTS account (name TEXT PRIMARY KEY, since INTEGER) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS begun (at INTEGER NOT NULL)",
        "CREATE TABLE IF NOT EXISTS sent (account TEXT NOT NULL, message_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (message_id, account)) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS written (address TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS mark (message_id TEXT PRIMARY KEY, verdict TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID",
        "PRAGMA user_version = " + VERSION
    };

    /** What is done first to the tables of an older version, by that version. */
    private static final Map<Integer, String> CHANGES = Map.of(1, "ALTER TABLE account ADD COLUMN since INTEGER");

    /** @param setAside where a damaged file was put */
    record Opened(Connection connection, Optional<Path> setAside) {}

    private JournalFile() {}

    static Opened open(Path file, Instant begun) throws JournalException {
        try {
            makePrivate(file);
            SqliteLibrary.findOrUnpackInto(file.resolveSibling("sqlite"));
            try {
                return new Opened(connect(file, begun), Optional.empty());
            } catch (SQLiteException e) {
                if (!isDamage(e)) {
                    throw e;
                }
                Path aside = file.resolveSibling(file.getFileName() + DAMAGED + Instant.now().toEpochMilli());
                Files.move(file, aside);
                // What SQLite keeps beside the file belongs to the damaged one.
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
                makePrivate(file);
                return new Opened(connect(file, begun), Optional.of(aside));
            }
        } catch (SQLException | IOException e) {
            throw new JournalException(file + ": " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new JournalException(file + ": SQLite cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Deletes the damaged journals that were set aside. */
    static void deleteSetAside(Path file) throws JournalException {
        try (DirectoryStream<Path> damaged = Files.newDirectoryStream(file.toAbsolutePath().getParent(), file.getFileName() + DAMAGED + "*")) {
            for (Path one : damaged) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new JournalException(file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isDamage(SQLiteException e) {
        return e.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB || e.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT;
    }

    /** The file for its owner only, before SQLite writes a byte. */
    private static void makePrivate(Path file) throws IOException {
        if (Files.notExists(file)) {
            PrivateFile.create(file);
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.next() ? version.getInt(1) : 0;
        }
    }

    private static Connection connect(Path file, Instant begun) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (check.next() && !check.getString(1).equals("ok")) {
                    throw new SQLiteException(check.getString(1), SQLiteErrorCode.SQLITE_CORRUPT);
                }
            }
            int version = version(statement);
            if (version > VERSION) {
                throw new SQLException("a newer version of Tripostal wrote it; update this one");
            }
            if (CHANGES.containsKey(version)) {
                statement.execute(CHANGES.get(version));
            }
            // Only once: a journal that another program is writing to can still be opened and read.
            for (String table : version < VERSION ? TABLES : new String[0]) {
                statement.execute(table);
            }
            Folding.register(connection);
            if (version < VERSION) {
                statement.execute("INSERT INTO begun SELECT " + begun.toEpochMilli() + " WHERE NOT EXISTS (SELECT 1 FROM begun)");
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
