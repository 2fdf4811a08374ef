package org.tripostal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tripostal.settings.PrivateFile;

/**
 * A file of SQLite's, for its owner only. Several programs may use it at once. One at a time opens it, by the lock of a file beside it: while it is made, a program that came upon
 * it would take it for damaged, and what is set aside must not be what another has just begun.
 *
 * @param file where it lies
 * @param aside what stands between its name and a time in the name of one that was set aside, such as {@code .damaged-}
 * @param schema its tables
 */
public record SqliteFile(Path file, String aside, Schema schema) {

    /** The end of the name of the empty file beside it whose lock says that a program opens it. */
    private static final String LOCK = ".lock";

    /** How long another program may take to write, or to open the file. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private static final long BETWEEN_TRIES_MILLIS = 5;

    /** The tables of a file, and how those of an earlier version become them. */
    public interface Schema {

        /** SQLite's {@code user_version} of such a file, from 1 on. */
        int version();

        /**
         * What makes the tables of another version into these.
         *
         * @param version the other version; 0 for an empty file
         * @return SQL statements that are carried out wholly or not at all; nothing where the file is to be set aside
         * @throws SQLException where the file is to be left alone
         */
        Optional<List<String>> from(int version) throws SQLException;
    }

    /** @param setAside where a file was put that was damaged, or of a version of which nothing can be made */
    public record Opened(Connection connection, Optional<Path> setAside) {}

    /**
     * Opens it, and makes it where there is none. One that is damaged is set aside and a new one begun.
     *
     * @throws SQLException where SQLite cannot use it, as when another program writes for too long
     * @throws IOException where it, or the lock beside it, cannot be made
     */
    public Opened open() throws SQLException, IOException {
        return alone(() -> {
            PrivateFile.openOrCreate(file).close(); // for its owner only before SQLite writes a byte
            SqliteLibrary.findOrUnpackInto(file.resolveSibling("sqlite"));
            Optional<Connection> sound = connect();
            if (sound.isPresent()) {
                return new Opened(sound.get(), Optional.empty());
            }
            Path to = sibling(aside + Instant.now().toEpochMilli());
            Files.move(file, to);
            deleteWhatBelongsToIt();
            PrivateFile.openOrCreate(file).close();
            return new Opened(connect().orElseThrow(() -> new IOException("a new file cannot be used")), Optional.of(to));
        });
    }

    /** Deletes it, and those that were set aside. */
    public void delete() throws SQLException, IOException {
        if (Files.isDirectory(file.toAbsolutePath().getParent())) {
            alone(() -> {
                Files.deleteIfExists(file);
                deleteWhatBelongsToIt();
                deleteSetAside();
                return true;
            });
        }
    }

    /** Deletes those that were set aside. */
    public void deleteSetAside() throws IOException {
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(file.toAbsolutePath().getParent(), file.getFileName() + aside + "*")) {
            for (Path one : all) {
                Files.deleteIfExists(one);
            }
        }
    }

    /** What SQLite keeps beside a file belongs to that one and to no other. */
    private void deleteWhatBelongsToIt() throws IOException {
        Files.deleteIfExists(sibling("-wal"));
        Files.deleteIfExists(sibling("-shm"));
    }

    private Path sibling(String end) {
        return file.resolveSibling(file.getFileName() + end);
    }

    /** The file, open; empty where it is damaged, or of a version of which nothing can be made. */
    private Optional<Connection> connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) BUSY.toMillis());
        Connection connection = null;
        boolean good = false;
        try {
            connection = config.createConnection("jdbc:sqlite:" + file);
            good = isSound(connection);
            return good ? Optional.of(connection) : Optional.empty();
        } catch (SQLiteException e) {
            if (e.getResultCode() != SQLiteErrorCode.SQLITE_NOTADB && e.getResultCode() != SQLiteErrorCode.SQLITE_CORRUPT) {
                throw e;
            }
            return Optional.empty();
        } finally {
            if (connection != null && !good) {
                connection.close();
            }
        }
    }

    /** Whether it is whole, and of this version now. */
    private boolean isSound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!check.next() || !check.getString(1).equals("ok")) {
                    return false;
                }
            }
            int version = version(statement);
            if (version == schema.version()) {
                return true; // though another program may be writing just now
            }
            Optional<List<String>> changes = schema.from(version);
            if (changes.isPresent()) {
                connection.setAutoCommit(false);
                for (String change : changes.get()) {
                    statement.execute(change);
                }
                statement.execute("PRAGMA user_version = " + schema.version());
                connection.commit();
                connection.setAutoCommit(true);
            }
            return changes.isPresent();
        }
    }

    /** SQLite's {@code user_version} of the file that a statement belongs to; 0 where nobody has set one. */
    public static int version(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.next() ? version.getInt(1) : 0;
        }
    }

    private interface Work<T> {
        T result() throws SQLException, IOException;
    }

    /** One thread of one program at a time. */
    private <T> T alone(Work<T> work) throws SQLException, IOException {
        synchronized (SqliteFile.class) { // Java's locks of files are between programs
            Path lock = sibling(LOCK);
            try (FileChannel channel = PrivateFile.openOrCreate(lock)) {
                for (long end = System.nanoTime() + BUSY.toNanos();;) {
                    try (FileLock held = channel.tryLock()) {
                        if (held != null) {
                            return work.result();
                        }
                    }
                    if (System.nanoTime() > end) {
                        throw new IOException("another program has been opening it for " + BUSY.toSeconds() + " s");
                    }
                    TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS); // no file system tells when a lock is let go, and to wait in it has no end
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
