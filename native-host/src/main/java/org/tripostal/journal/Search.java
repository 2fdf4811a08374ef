package org.tripostal.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which entries are looked for. What is empty does not matter.
 *
 * @param from not before this moment; null for any
 * @param until before this moment; null for any
 * @param text in subject, author or one of the folders; case and accents do not matter
 * @param account Thunderbird's account id
 * @param folder the path of the folder that they were put into
 * @param pack the pack of a rule that had a say
 * @param rule the name of a rule that had a say
 * @param run the run that they belong to
 * @param standingOnly only what was carried out and not taken back
 */
public record Search(
        Instant from, Instant until, String text, String account, String folder, String pack, String rule, String run, boolean standingOnly) {

    /** All entries of a time. */
    public static Search between(Instant from, Instant until) {
        return new Search(from, until, "", "", "", "", "", "", false);
    }

    /** All entries of a run. */
    public static Search ofRun(String run) {
        return new Search(null, null, "", "", "", "", "", run, false);
    }

    /** The same, without what was taken back or failed. */
    public Search standing() {
        return new Search(from, until, text, account, folder, pack, rule, run, true);
    }

    /** The condition in SQL, and the values for its question marks. */
    record Condition(String sql, List<Object> values) {}

    Condition condition() {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (from != null) {
            parts.add("at >= ?");
            values.add(from.toEpochMilli());
        }
        if (until != null) {
            parts.add("at < ?");
            values.add(until.toEpochMilli());
        }
        equal(parts, values, "account", account);
        equal(parts, values, "to_folder", folder);
        equal(parts, values, "run", run);
        if (!rule.isEmpty() || !pack.isEmpty()) {
            parts.add("EXISTS (SELECT 1 FROM json_each(entry.decision, '$.actions') AS action WHERE (? = '' OR action.value ->> '$.rule' = ?)"
                    + " AND (? = '' OR action.value ->> '$.pack' = ?))");
            values.addAll(List.of(rule, rule, pack, pack));
        }
        if (!text.isBlank()) {
            parts.add("instr(" + Folding.NAME + "(subject || char(10) || author || char(10) || to_folder || char(10) || from_folder), ?) > 0");
            values.add(Folding.fold(text.strip()));
        }
        if (standingOnly) {
            parts.add(Journal.STANDS);
        }
        return new Condition(parts.isEmpty() ? "1" : String.join(" AND ", parts), values);
    }

    private static void equal(List<String> parts, List<Object> values, String column, String value) {
        if (!value.isEmpty()) {
            parts.add(column + " = ?");
            values.add(value);
        }
    }
}
