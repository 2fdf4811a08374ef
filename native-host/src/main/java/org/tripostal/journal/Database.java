package org.tripostal.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** The open journal file: changes that happen wholly or not at all, and errors that name the file. */
final class Database implements AutoCloseable {

    private final Path file;
    private final Connection connection;
    private final Object identity;

    Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.identity = identity();
    }

    /** Whether the file that is open is still the one at its place: on a system that lets one delete an open file, it need not be. */
    boolean isInPlace() {
        return Objects.equals(identity, identity());
    }

    /** What tells a file from another at the same place (the inode); null where there is none, or the system has no such thing. */
    private Object identity() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null; // it is not there, or cannot be got at: then it is not the one that was
        }
    }

    /** What is done with the connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException, JournalException;
    }

    /** Looks something up. */
    <T> T read(Work<T> work) throws JournalException {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Changes something, all or nothing. A change inside a change belongs to the outer one. */
    <T> T change(Work<T> work) throws JournalException {
        try {
            if (!connection.getAutoCommit()) {
                return work.with(connection);
            }
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | JournalException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    JournalException failure(Exception e) {
        return new JournalException(file + ": " + e.getMessage(), e);
    }

    @Override
    public void close() throws JournalException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
