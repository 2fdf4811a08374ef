package org.tripostal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the day finds in the journal, and what is left when it is to forget. */
class SearchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @TempDir
    Path folder;

    private Journal journal;

    @BeforeEach
    void aWeek() throws Exception {
        journal = Journal.open(folder.resolve("journal.db"));
        journal.record(List.of(
                entry("r1", noon(MONDAY), "Ann <ann@example.org>", "Sunday at the lake", "/Family", "file-into", "Sort by sender"),
                entry("r1", noon(MONDAY), "Zoé <zoe@example.net>", "Régate d'été", "/Club", "file-into", "Sort by the sender's domain"),
                entry("r2", noon(MONDAY.plusDays(1)), "Win <win@example.com>", "You have won", "/Junk", "mark-junk", "The server says it is spam"),
                entry("r3", noon(MONDAY.plusDays(1)), "Bank <bank@example.com>", "Your statement", "/Junk", "mark-junk", "The server says it is spam"),
                entry("r3", noon(MONDAY.plusDays(2)), "Ann <ann@example.org>", "Photos", "/Family", "file-into", "Sort by sender")));
        journal.mark(List.of(4L), Entry.Undo.DONE);
    }

    @AfterEach
    void close() throws JournalException {
        journal.close();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant();
    }

    private static Entry entry(String run, Instant at, String author, String subject, String to, String type, String rule) throws IOException {
        JsonNode decision = JSON.readTree("{\"actions\":[{\"type\":\"%s\",\"pack\":\"sorting\",\"rule\":\"%s\"}]}".formatted(type, rule));
        return new Entry(0, run, at, "account1", subject, "d", author, subject, "/INBOX", to, JSON.createObjectNode(), decision, "done", Entry.Undo.NONE);
    }

    private List<String> subjects(Search search) throws JournalException {
        return journal.search(search, 100, 0).stream().map(Entry::subject).toList();
    }

    private static Search text(String text) {
        return new Search(null, null, text, "", "", "", "", "", false);
    }

    @Test
    void wordsAreFoundWithoutTheirAccentsAndCapitals() throws JournalException {
        assertThat(subjects(text("ETE"))).containsExactly("Régate d'été");
        assertThat(subjects(text("zoé"))).containsExactly("Régate d'été");
        assertThat(subjects(text("family"))).containsExactly("Photos", "Sunday at the lake");
        assertThat(subjects(text("100%_"))).isEmpty();
    }

    @Test
    void aTimeAFolderARuleARun() throws JournalException {
        assertThat(subjects(Search.between(noon(MONDAY.plusDays(1)), noon(MONDAY.plusDays(2))))).containsExactly("Your statement", "You have won");
        assertThat(subjects(new Search(null, null, "", "account1", "/Family", "", "", "", false))).containsExactly("Photos", "Sunday at the lake");
        assertThat(subjects(new Search(null, null, "", "account2", "/Family", "", "", "", false))).isEmpty();
        assertThat(subjects(new Search(null, null, "", "", "", "sorting", "Sort by sender", "", false))).containsExactly("Photos", "Sunday at the lake");
        assertThat(subjects(Search.ofRun("r1"))).hasSize(2);
        assertThat(subjects(Search.ofRun("r3").standing())).containsExactly("Photos");
    }

    @Test
    void theTimeIsCountedByFolderRuleRunAndDay() throws JournalException {
        Overview overview = journal.overview(Search.between(null, null));
        assertThat(overview.total()).isEqualTo(5);
        assertThat(overview.undone()).isEqualTo(1);
        assertThat(overview.folders()).containsExactlyInAnyOrder(
                new Overview.OfFolder("account1", "/Family", 2, 0), new Overview.OfFolder("account1", "/Junk", 2, 1), new Overview.OfFolder("account1", "/Club", 1, 0));
        assertThat(overview.rules()).contains(new Overview.OfRule("sorting", "The server says it is spam", 2, 1)).hasSize(3);
        assertThat(overview.runs()).extracting(Overview.OfRun::run).containsExactly("r3", "r2", "r1");
        assertThat(overview.days()).containsExactly(
                new Overview.OfDay(MONDAY, 2, 0, 0, 0), new Overview.OfDay(MONDAY.plusDays(1), 0, 1, 1, 0), new Overview.OfDay(MONDAY.plusDays(2), 1, 0, 0, 0));
    }

    @Test
    void aRuleIsTakenBackAsAWhole() throws JournalException {
        journal.requestUndo(new Search(null, null, "", "", "", "", "Sort by sender", "", false));
        assertThat(journal.undoRequested(100)).extracting(Entry::subject).containsExactly("Photos", "Sunday at the lake");
        assertThat(journal.undoRequested(1)).extracting(Entry::subject).containsExactly("Photos");
    }

    @Test
    void whatWasTakenBackIsKnown() throws JournalException {
        assertThat(journal.takenBack("account1", List.of("Your statement", "You have won"))).containsExactly("Your statement");
        assertThat(journal.takenBack("account2", List.of("Your statement"))).isEmpty();
    }

    @Test
    void oldEntriesGoAndTheOthersStay() throws JournalException {
        assertThat(journal.forgetBefore(noon(MONDAY.plusDays(1)))).isEqualTo(2);
        assertThat(journal.count()).isEqualTo(3);
    }

    @Test
    void whatIsForgottenIsNotInTheFilesAnyMore() throws Exception {
        journal.copies().learn("account1", java.time.Instant.now());
        journal.forgetAll();
        assertThat(journal.count()).isZero();
        assertThat(journal.copies().knows("account1")).isFalse();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain("lake", "ann@example.org");
            }
        }
    }

    @Test
    void tenThousandEntriesAreSearchedQuickly() throws Exception {
        Entry one = entry("r9", noon(MONDAY), "Ann <ann@example.org>", "Été", "/Family", "file-into", "Sort by sender");
        journal.record(java.util.Collections.nCopies(10_000, one));
        long begun = System.nanoTime();
        assertThat(journal.search(text("no such word"), 100, 0)).isEmpty();
        assertThat(journal.overview(Search.between(null, null)).total()).isEqualTo(10_005);
        assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds").isLessThan(5_000);
    }
}
