package org.tripostal.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The copies of messages that were judged, and how many of each rest in the inbox. What left the inbox stays known, with 0. */
public final class Copies {

    private final Database database;

    Copies(Database database) {
        this.database = database;
    }

    /** Whether an inbox of this account was looked through yet. */
    boolean knows(String account) throws JournalException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM account WHERE name = ?)")) {
                statement.setString(1, account);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    /**
     * An inbox of this account has been looked through.
     *
     * @param since what came before was there before Tripostal
     */
    void learn(String account, Instant since) throws JournalException {
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("INSERT OR IGNORE INTO account (name, since) VALUES (?, ?)")) {
                statement.setString(1, account);
                statement.setLong(2, since.toEpochMilli());
                return statement.executeUpdate();
            }
        });
    }

    /** When Tripostal first saw this account; nothing where it has not yet, or where an older version has noted no time. */
    Optional<Instant> since(String account) throws JournalException {
        return moment("SELECT since FROM account WHERE name = ?", account);
    }

    /** When this journal was begun. */
    Instant begun() throws JournalException {
        return moment("SELECT at FROM begun").orElseThrow();
    }

    private Optional<Instant> moment(String select, String... values) throws JournalException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getObject(1) != null ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    /** What is known of these messages: by Message-ID, then by delivery, how many rest in the inbox. */
    Map<String, Map<String, Integer>> of(String account, Set<String> messageIds) throws JournalException {
        return database.read(connection -> {
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
            }
            return known;
        });
    }

    /** Notes how many copies rest in the inbox, whatever was known before. */
    void set(String account, Map<Copy, Integer> resting) throws JournalException {
        upsert(account, resting, "max(0, ?4)");
    }

    /**
     * Notes copies as known, and how many of them came into the inbox to rest there.
     *
     * @param come the number by copy; below 0 where they left it, 0 where they were judged and moved away at once
     */
    public void add(String account, Map<Copy, Integer> come) throws JournalException {
        upsert(account, come, "max(0, copy.resting + ?4)");
    }

    private void upsert(String account, Map<Copy, Integer> numbers, String resting) throws JournalException {
        String upsert = "INSERT INTO copy (account, message_id, delivery, resting) VALUES (?1, ?2, ?3, max(0, ?4))"
                + " ON CONFLICT (account, message_id, delivery) DO UPDATE SET resting = " + resting;
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(upsert)) {
                for (Map.Entry<Copy, Integer> one : numbers.entrySet()) {
                    statement.setString(1, account);
                    statement.setString(2, one.getKey().messageId());
                    statement.setString(3, one.getKey().delivery());
                    statement.setInt(4, one.getValue());
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /**
     * All copies of other messages have left the inbox. Those of unknown delivery were there before Tripostal and rest for good: an inbox that is empty
     * for a moment, while Thunderbird repairs it, must not make old mail new.
     */
    void forgetExcept(String account, Set<String> messageIds) throws JournalException {
        database.change(connection -> {
            try (PreparedStatement resting = connection.prepareStatement("SELECT DISTINCT message_id FROM copy WHERE account = ? AND resting > 0 AND delivery <> ''");
                    PreparedStatement left = connection.prepareStatement("UPDATE copy SET resting = 0 WHERE account = ? AND message_id = ? AND delivery <> ''")) {
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
}
