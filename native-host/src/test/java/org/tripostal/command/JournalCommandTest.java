package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.journal.Entry;
import org.tripostal.journal.Journal;
import org.tripostal.journal.JournalException;

/** {@code tripostal journal list} and {@code undo}: what was done, and the way back, without Thunderbird. */
class JournalCommandTest {

    @TempDir
    Path folder;

    private Program program;
    private Path file;

    @BeforeEach
    void inFolders() {
        program = new Program(folder);
        file = program.data().resolve("journal.db");
    }

    private static Entry entry(String run, String subject, String outcome) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode decision = json.createObjectNode();
        decision.putArray("actions").addObject().put("type", "file-into").put("rule", "Sort by sender").put("because", "it comes from zoe@example.org");
        return new Entry(
                0, run, Instant.parse("2026-11-02T10:00:00Z"), "account1", subject + "@example.org", "", "Zoé", subject, "/INBOX", "/Été", json.createObjectNode(),
                decision, outcome, Entry.Undo.NONE);
    }

    private void record(Entry... entries) throws JournalException {
        try (Journal journal = Journal.open(file)) {
            journal.record(List.of(entries));
        }
    }

    private List<String> waiting() throws JournalException {
        try (Journal journal = Journal.open(file)) {
            return journal.undoRequested(100).stream().map(Entry::subject).toList();
        }
    }

    @Test
    void withoutAJournalThereIsNothingToListAndNothingToUndo() throws Exception {
        assertThat(program.run("en", "journal", "list").status()).isZero();
        Program.Result undo = program.run("en", "journal", "undo", "--last-run");
        assertThat(undo.status()).isEqualTo(1);
        assertThat(undo.err()).contains("There is no journal yet");
        assertThat(file).doesNotExist();
    }

    @Test
    void whoCallsACommandWronglyIsToldInTheirLanguageHowItIsCalled() throws Exception {
        Program.Result word = program.run("fr", "journal", "undo", "abc");
        assertThat(word.status()).isEqualTo(64);
        assertThat(word.err()).startsWith("«\u00A0abc\u00A0» n'a pas sa place ici.").contains("Emploi :", "les numéros que montre journal list");
        assertThat(program.run("fr", "rules", "new").err()).startsWith("Il manque quelque chose\u00A0: NAME");
        assertThat(program.run("en", "journal", "list", "--jsn").err()).startsWith("There is no option --jsn here.\nDid you mean one of these? --json");
        assertThat(program.run("en", "journal").err()).startsWith("Name a command: list, undo.\nUsage: tripostal journal");
    }

    @Test
    void anEmptyJournalADamagedOneAndALimitOfNothingAreTold() throws Exception {
        record();
        assertThat(program.run("en", "journal", "list").err()).isEqualTo("tripostal: The journal holds no decision yet.\n");
        Files.writeString(file, "no journal");
        assertThat(program.run("en", "journal", "list").err()).contains("The journal was damaged and has been set aside as " + file + ".damaged-");
        Program.Result none = program.run("en", "journal", "list", "--limit", "0");
        assertThat(none.status()).isEqualTo(64);
        assertThat(none.err()).startsWith("--limit says how many decisions are shown, from 1 on; it is 0.");
    }

    @Test
    void decisionsAreListedNewestFirstWithTheirReasonsAndWhatBecameOfThem() throws Exception {
        record(entry("1", "first", "done"), entry("2", "Réunion 🎂", "done"));
        Program.Result list = program.run("fr", "journal", "list");
        assertThat(list.status()).isZero();
        assertThat(list.out().lines().map(String::strip)).hasSize(6)
                .contains("/INBOX -> /Été  en vigueur", "Sort by sender: it comes from zoe@example.org")
                .first().asString().startsWith("2  ").endsWith("  Zoé  Réunion 🎂");
        Program.Result json = program.run("en", "journal", "list", "--json", "--limit", "1");
        assertThat(json.lines()).hasSize(1).first().satisfies(line -> {
            assertThat(line.path("id").asInt()).isEqualTo(2);
            assertThat(line.path("to").asText()).isEqualTo("/Été");
            assertThat(line.path("undo").asText()).isEqualTo("none");
        });
    }

    @Test
    void theLastRunIsLeftForThunderbirdToTakeBack() throws Exception {
        record(entry("1", "first", "done"), entry("2", "second", "done"), entry("2", "failed", "failed"), entry("2", "third", "done"));
        Program.Result undo = program.run("en", "journal", "undo", "--last-run");
        assertThat(undo.status()).isZero();
        assertThat(undo.out()).contains("/Été -> /INBOX").contains("Left word for Thunderbird to take back 2");
        assertThat(waiting()).containsExactly("third", "second");
        assertThat(program.data().resolve("journal.requests")).exists();
    }

    @Test
    void decisionsAreTakenBackByNumberAndThoseThatCannotBeAreNamed() throws Exception {
        record(entry("1", "first", "done"), entry("1", "second", "done"), entry("1", "failed", "failed"));
        Program.Result undo = program.run("en", "journal", "undo", "1", "3", "17");
        assertThat(undo.status()).isEqualTo(1);
        assertThat(undo.err()).contains("There is no decision 3").contains("There is no decision 17");
        assertThat(waiting()).containsExactly("first");
        Program.Result again = program.run("en", "journal", "undo", "1");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.out()).contains("There is nothing that could be taken back.");
    }

    @Test
    void undoWantsNumbersOrTheLastRun() throws Exception {
        assertThat(program.run("en", "journal", "undo").status()).isEqualTo(64);
        assertThat(program.run("en", "journal", "undo", "--last-run", "1").status()).isEqualTo(64);
        assertThat(program.run("en", "journal", "undo", "x").status()).isEqualTo(64);
        assertThat(program.run("en", "journal").status()).isEqualTo(64);
    }

    @Test
    void aJournalThatIsNoneIsAnErrorThatNamesIt() throws Exception {
        Files.createDirectories(file);
        Program.Result list = program.run("en", "journal", "list");
        assertThat(list.status()).isEqualTo(1);
        assertThat(list.err()).contains(file.toString());
    }
}
