package org.tripostal.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** The table of attacks in {@code docs/safety.md}: what was seen with the guard off, and what the guard said. */
final class AttackTable {

    private static final Path DOCUMENT = Path.of("..", "docs", "safety.md");
    private static final String HEAD = "| attack | with the guard off | refused at | with it |\n| --- | --- | --- | --- |\n";
    private static final Map<String, String> SEEN = Map.ofEntries(
            Map.entry("file", "the file is there"), Map.entry("deleted", "the file is gone"), Map.entry("connection", "the server was called"),
            Map.entry("property", "the property is set"), Map.entry("told", "the rule knows it"), Map.entry("fires", "the condition holds"),
            Map.entry("output", "it stands on standard output"), Map.entry("errors", "it stands on standard error"),
            Map.entry("out", "standard output is another"), Map.entry("locale", "the language is another"), Map.entry("time-zone", "the time zone is another"),
            Map.entry("interrupted", "the thread is interrupted"), Map.entry("slow", "the message waits"), Map.entry("gone", "facts are gone"),
            Map.entry("again", "the rule fires again and again"), Map.entry("halted", "no other rule fires"),
            Map.entry("compiling", "done while the file is compiled"));

    private AttackTable() {}

    static String row(Attack attack, Refusal refusal) {
        String effect = SEEN.getOrDefault(attack.effect(), "the program ends");
        String word = refusal.word().codePointCount(0, refusal.word().length()) > 40 ? refusal.word().substring(0, 39) + "…" : refusal.word();
        String reason = refusal.reason(Locale.ENGLISH).replace("“" + refusal.word() + "”", "it").replace("|", "\\|");
        return "| " + attack.kind() + " (`" + attack.name() + "`) | " + effect + " | line " + refusal.line() + ", `" + word + "` | " + reason + " |";
    }

    /** Fails where the document holds another table; {@code -Dtripostal.write=true} writes it. */
    static void assertUpToDate(Collection<String> rows) throws IOException {
        String text = Files.readString(DOCUMENT);
        int start = text.indexOf(HEAD);
        assertThat(start).as("a table of attacks in " + DOCUMENT).isNotNegative();
        int end = text.indexOf("\n\n", start);
        String table = HEAD + String.join("\n", rows);
        if (Boolean.getBoolean("tripostal.write")) {
            Files.writeString(DOCUMENT, text.substring(0, start) + table + text.substring(end));
        } else {
            assertThat(text.substring(start, end)).as("the table in " + DOCUMENT + "; -Dtripostal.write=true writes it").isEqualTo(table);
        }
    }
}
