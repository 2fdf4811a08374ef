package org.tripostal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00.123Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void inAFolder() {
        file = folder.resolve("data/journal.db");
    }

    private static Entry entry(String run, String messageId, String outcome) {
        return new Entry(
                0, run, TEN, "account1", messageId, "abc", "Zoé <zoe@example.org>", "Été 🎂", "/INBOX", "/Family", JSON.createObjectNode().put("read", true),
                JSON.createObjectNode().put("why", "it comes from “Zoé”"), outcome, Entry.Undo.NONE);
    }

    private static Entry entry(String run, String messageId) {
        return entry(run, messageId, "done");
    }

    private static List<String> messages(List<Entry> entries) {
        return entries.stream().map(Entry::messageId).toList();
    }

    @Test
    void whatIsRecordedIsReadAfterARestartWordForWord() throws JournalException {
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.record(List.of(entry("1", "a"), entry("1", "b")))).containsExactly(1L, 2L);
        }
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.setAside()).isEmpty();
            Entry expected = entry("1", "b");
            assertThat(journal.entry(2)).contains(new Entry(
                    2, "1", TEN, "account1", "b", "abc", expected.author(), expected.subject(), "/INBOX", "/Family", expected.before(), expected.decision(), "done",
                    Entry.Undo.NONE));
            assertThat(journal.count()).isEqualTo(2);
            assertThat(journal.entry(3)).isEmpty();
        }
    }

    @Test
    void theLatestComeFirstPageByPage() throws JournalException {
        try (Journal journal = Journal.open(file)) {
            journal.record(Stream.of("a", "b", "c", "a").map(id -> entry("1", id)).toList());
            assertThat(messages(journal.latest(3, 0))).containsExactly("a", "c", "b");
            assertThat(messages(journal.latest(3, 2))).containsExactly("a");
            assertThat(journal.of("account1", "a")).extracting(Entry::id).containsExactly(4L, 1L);
            assertThat(journal.of("account2", "a")).isEmpty();
        }
    }

    @Test
    void theLastRunIsTheLastOfWhichSomethingStands() throws JournalException {
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.lastRun()).isEmpty();
            journal.record(List.of(entry("1", "a"), entry("1", "b", "failed"), entry("2", "c"), entry("3", "d", "failed")));
            assertThat(messages(journal.lastRun())).containsExactly("c");
            journal.mark(List.of(3L), Entry.Undo.REQUESTED);
            assertThat(messages(journal.undoRequested(100))).containsExactly("c");
            assertThat(messages(journal.lastRun())).containsExactly("a");
            journal.mark(List.of(3L, 1L), Entry.Undo.DONE);
            assertThat(journal.undoRequested(100)).isEmpty();
            assertThat(journal.lastRun()).isEmpty();
        }
    }

    @Test
    void onlyWhatWasDoneAndStandsCanBeTakenBack() throws JournalException {
        try (Journal journal = Journal.open(file)) {
            journal.record(List.of(entry("1", "a"), entry("1", "b", "failed"), entry("1", "c")));
            journal.mark(List.of(3L), Entry.Undo.DONE);
            assertThat(journal.standing(1)).isPresent();
            assertThat(journal.standing(2)).isEmpty();
            assertThat(journal.standing(3)).isEmpty();
            assertThat(journal.standing(4)).isEmpty();
        }
    }

    @Test
    void ofSeveralThingsTogetherAllAreDoneOrNone() throws JournalException {
        try (Journal journal = Journal.open(file)) {
            assertThatThrownBy(() -> journal.together(same -> {
                same.record(List.of(entry("1", "a")));
                same.copies().add("account1", Map.of(new Copy("a", "x"), 1));
                throw new JournalException("the power fails", null);
            })).isInstanceOf(JournalException.class);
            assertThat(journal.count()).isZero();
            assertThat(journal.copies().of("account1", java.util.Set.of("a"))).isEmpty();
            journal.record(List.of(entry("1", "b")));
            assertThat(journal.count()).isOne();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itIsForItsOwnerOnly() throws Exception {
        try (Journal journal = Journal.open(file)) {
            journal.record(List.of(entry("1", "a")));
            try (Stream<Path> files = Files.walk(file.getParent())) {
                for (Path one : files.filter(path -> path.getFileName().toString().startsWith("journal")).toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one))).as(one.toString()).isEqualTo("rw-------");
                }
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
    }

    @Test
    void aFileThatIsNoJournalIsSetAsideAndSaid() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "This is not a journal. ".repeat(100));
        try (Journal journal = Journal.open(file)) {
            Path aside = journal.setAside().orElseThrow();
            assertThat(aside.getParent()).isEqualTo(file.getParent());
            assertThat(Files.readString(aside)).startsWith("This is not a journal.");
            assertThat(journal.record(List.of(entry("1", "a")))).containsExactly(1L);
        }
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.setAside()).isEmpty();
            assertThat(journal.count()).isOne();
        }
    }

    @Test
    void aJournalThatIsDamagedInTheMiddleIsSetAside() throws Exception {
        try (Journal journal = Journal.open(file)) {
            journal.record(IntStream.range(0, 500).mapToObj(i -> entry("1", "id" + i)).toList());
        }
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 4096, bytes.length - 4096, (byte) 0x5A);
        Files.write(file, bytes);
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.setAside()).isPresent();
            assertThat(journal.count()).isZero();
        }
    }

    @Test
    void anEmptyFileIsAJournalWithoutEntries() throws Exception {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.setAside()).isEmpty();
            assertThat(journal.count()).isZero();
        }
    }

    @Test
    void aJournalOfANewerVersionIsLeftAsItIs() throws Exception {
        Journal.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> Journal.open(file)).isInstanceOf(JournalException.class).hasMessageContaining(file.toString()).hasMessageContaining("newer version");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files.filter(path -> path.toString().contains("damaged"))).isEmpty();
        }
    }

    @Test
    void twoProgramsUseItAtOnce() throws JournalException {
        try (Journal one = Journal.open(file);
                Journal other = Journal.open(file)) {
            one.record(List.of(entry("1", "a")));
            other.record(List.of(entry("2", "b")));
            assertThat(messages(one.latest(9, 0))).isEqualTo(messages(other.latest(9, 0))).containsExactly("b", "a");
        }
    }

    @Test
    @Timeout(60)
    void whileAnotherProgramWritesItCanBeReadAndWritingIsRefusedInTheEndAndWorksAfterwards() throws Exception {
        Journal.open(file).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try (Journal journal = Journal.open(file)) {
                assertThat(journal.count()).isZero();
                assertThatThrownBy(() -> journal.record(List.of(entry("1", "a"))))
                        .isInstanceOf(JournalException.class).hasMessageContaining(file.toString()).hasMessageContaining("locked");
                statement.execute("COMMIT");
                assertThat(journal.record(List.of(entry("1", "a")))).containsExactly(1L);
            }
        }
    }

    @Test
    void whereItCannotBeMadeTheErrorNamesIt() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("data"), "a file");
        assertThatThrownBy(() -> Journal.open(file)).isInstanceOf(JournalException.class).hasMessageContaining(file.toString());
        assertThat(inTheWay).hasContent("a file");
    }

    @Test
    @Timeout(30)
    void tenThousandEntriesAreQuick() throws JournalException {
        try (Journal journal = Journal.open(file)) {
            for (int batch = 0; batch < 100; batch++) {
                int run = batch;
                journal.record(IntStream.range(0, 100).mapToObj(i -> entry("run" + run, run + "-" + i)).toList());
            }
        }
        long start = System.nanoTime();
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.count()).isEqualTo(10_000);
            assertThat(journal.lastRun()).hasSize(100);
            assertThat(journal.of("account1", "42-7")).hasSize(1);
            assertThat(journal.latest(200, 5_000)).hasSize(200);
        }
        assertThat(System.nanoTime() - start).as("nanoseconds to open and look up").isLessThan(5_000_000_000L);
    }
}
