package org.tripostal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tripostal.sqlite.SqliteFile;

/**
 * The tables of the file that the journal lies in.
 *
 * @param begun since when the program that opens it knows what comes: noted where the journal is new
 */
record JournalFile(Instant begun) implements SqliteFile.Schema {

    private static final int VERSION = 2;

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
        "CREATE TABLE IF NOT EXISTS mark (message_id TEXT PRIMARY KEY, verdict TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID"
    };

    /** What is done first to the tables of an older version, by that version. */
    private static final Map<Integer, String> CHANGES = Map.of(1, "ALTER TABLE account ADD COLUMN since INTEGER");

    /** A file that is no journal, or is damaged, is set aside and a new one begun. */
    static SqliteFile.Opened open(Path file, Instant begun) throws JournalException {
        try {
            SqliteFile.Opened opened = at(file, begun).open();
            Folding.register(opened.connection());
            return opened;
        } catch (SQLException | IOException e) {
            throw new JournalException(file + ": " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new JournalException(file + ": SQLite cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Deletes the damaged journals that were set aside. */
    static void deleteSetAside(Path file) throws JournalException {
        try {
            at(file, Instant.EPOCH).deleteSetAside();
        } catch (IOException e) {
            throw new JournalException(file + ": " + e.getMessage(), e);
        }
    }

    private static SqliteFile at(Path file, Instant begun) {
        return new SqliteFile(file, ".damaged-", new JournalFile(begun));
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Optional<List<String>> from(int version) throws SQLException {
        if (version > VERSION) {
            throw new SQLException("a newer version of Tripostal wrote it; update this one");
        }
        List<String> statements = new ArrayList<>();
        if (CHANGES.containsKey(version)) {
            statements.add(CHANGES.get(version));
        }
        statements.addAll(List.of(TABLES));
        statements.add("INSERT INTO begun SELECT " + begun.toEpochMilli() + " WHERE NOT EXISTS (SELECT 1 FROM begun)");
        return Optional.of(statements);
    }
}
