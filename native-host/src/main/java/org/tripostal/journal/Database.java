package org.tripostal.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The open journal file: changes that happen wholly or not at all, and errors that name the file. */
final class Database implements AutoCloseable {

    private final Path file;
    private final Connection connection;

    Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
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
