package org.tripostal.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Counts what the journal holds. */
final class Counts {

    private static final String UNDONE = "sum(undo <> 'NONE')";
    private static final String HAS = "EXISTS (SELECT 1 FROM json_each(entry.decision, '$.actions') AS action WHERE action.value ->> '$.type' = '%s')";
    private static final String JUNK = HAS.formatted("mark-junk");
    private static final String NOT_JUNK = HAS.formatted("mark-not-junk");

    private final Database database;
    private final Search.Condition which;

    Counts(Database database, Search search) {
        this.database = database;
        this.which = search.condition();
    }

    Overview overview() throws JournalException {
        List<long[]> totals = rows("SELECT count(*), coalesce(" + UNDONE + ", 0) FROM entry WHERE ", "", row -> new long[] {row.getLong(1), row.getLong(2)});
        return new Overview(totals.get(0)[0], totals.get(0)[1], folders(), rules(), runs(), days());
    }

    private List<Overview.OfFolder> folders() throws JournalException {
        return rows("SELECT account, to_folder, count(*) AS n, " + UNDONE + " FROM entry WHERE to_folder <> from_folder AND ",
                "GROUP BY account, to_folder ORDER BY n DESC, to_folder",
                row -> new Overview.OfFolder(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    private List<Overview.OfRule> rules() throws JournalException {
        return rows("SELECT act.value ->> '$.pack' AS pack, act.value ->> '$.rule' AS rule, count(DISTINCT entry.id) AS n,"
                        + " count(DISTINCT CASE WHEN undo <> 'NONE' THEN entry.id END) FROM entry, json_each(entry.decision, '$.actions') AS act WHERE ",
                "GROUP BY 1, 2 ORDER BY n DESC, rule",
                row -> new Overview.OfRule(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    private List<Overview.OfRun> runs() throws JournalException {
        return rows("SELECT run, min(at), count(*), " + UNDONE + " FROM entry WHERE ", "GROUP BY run ORDER BY max(id) DESC LIMIT " + Overview.MOST_RUNS,
                row -> new Overview.OfRun(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getLong(3), row.getLong(4)));
    }

    private List<Overview.OfDay> days() throws JournalException {
        String stands = "undo = 'NONE'";
        String sorted = "(NOT " + JUNK + " AND to_folder <> from_folder AND " + stands + ")";
        String junk = "(" + JUNK + " AND " + stands + ")";
        String rescued = "((" + JUNK + " AND NOT " + stands + ") OR " + NOT_JUNK + ")";
        return rows("SELECT date(at / 1000, 'unixepoch', 'localtime') AS day, sum(" + sorted + "), sum(" + junk + "), sum(" + rescued + "),"
                        + " sum(NOT " + sorted + " AND NOT " + junk + " AND NOT " + rescued + ") FROM entry WHERE ",
                "GROUP BY day ORDER BY day",
                row -> new Overview.OfDay(LocalDate.parse(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String select, String rest, Reader<T> reader) throws JournalException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(select + which.sql() + " " + rest)) {
                for (int i = 0; i < which.values().size(); i++) {
                    statement.setObject(i + 1, which.values().get(i));
                }
                List<T> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(reader.read(row));
                    }
                }
                return found;
            }
        });
    }
}
