package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.journal.Entry;
import org.tripostal.journal.Journal;

/** {@code tripostal data}: the user sees all that is kept, and can wipe it. */
class DataCommandTest {

    private static final String SECRET = "regatta-of-the-secret-club";

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void muchIsKept() throws Exception {
        program = new Program(folder);
        Path message = folder.resolve("a.eml");
        Files.writeString(message, "From: Ann <ann@example.org>\nSubject: " + SECRET + "\nMessage-ID: <" + SECRET + "@example.org>\n\nHello\n");
        assertThat(program.run("en", "learn", "--spam", message).status()).isZero();
        ObjectNode nothing = new ObjectMapper().createObjectNode();
        try (Journal journal = Journal.open(program.data().resolve("journal.db"))) {
            journal.record(List.of(new Entry(0, "1", Instant.parse("2026-11-02T10:00:00Z"), "account1", SECRET + "@example.org", "", "Ann", SECRET, "/INBOX", "/Family", nothing, nothing,
                    "done", Entry.Undo.NONE)));
        }
        Files.writeString(program.data().resolve("journal.db.damaged-1"), SECRET);
        Files.createDirectories(program.config().resolve("rules/mine"));
        Files.writeString(program.config().resolve("settings.yaml"), "active: true\n");
        Files.writeString(program.config().resolve("routes.csv"), "from,folder\nann@example.org,Family\n");
        Files.writeString(program.config().resolve("rules/mine/a.drl"), "package a\n");
    }

    @Test
    void everyFileThatIsThereIsListed() throws Exception {
        Program.Result list = program.run("en", "data", "list", "--json");
        assertThat(list.status()).isZero();
        long listed = list.lines().stream().mapToInt(line -> line.path("files").asInt()).sum();
        assertThat(listed).isEqualTo(files(program.data()).size() + files(program.config()).size());
        assertThat(list.lines()).filteredOn(line -> line.path("what").asText().equals("journal")).singleElement()
                .satisfies(journal -> assertThat(journal.path("bytes").asLong()).isGreaterThan(1_000));
        assertThat(program.run("fr", "data", "list").out()).contains("Ce qui a été appris", program.data().resolve("journal.db").toString(), "Tout oublier");
    }

    @Test
    void nothingIsWipedUntilTheUserSaysYes() throws Exception {
        Program.Result told = program.run("en", "data", "wipe");
        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("journal.db", "learner", "--yes").doesNotContain("routes.csv");
        assertThat(holding(SECRET)).isNotEmpty();
    }

    @Test
    void afterAWipeNoFileHoldsAnythingOfTheMailAndTheSettingsStay() throws Exception {
        assertThat(program.run("en", "data", "wipe", "--yes").status()).isZero();
        assertThat(holding(SECRET)).isEmpty();
        assertThat(program.config().resolve("routes.csv")).exists();
        assertThat(program.run("en", "data", "wipe").out()).contains("journal.db");
        assertThat(program.run("en", "journal", "list", "--json").out()).isEmpty();
    }

    @Test
    void theSettingsGoTooWhereThatIsWanted() throws Exception {
        assertThat(program.run("en", "data", "wipe", "--settings", "--yes").status()).isZero();
        assertThat(files(program.config())).isEmpty();
        assertThat(program.run("en", "data", "list", "--json").status()).isZero();
    }

    private List<Path> holding(String text) throws Exception {
        List<Path> all = files(program.data());
        all.addAll(files(program.config()));
        all.removeIf(file -> !contains(file, text));
        return all;
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> walk = Files.walk(folder)) {
            return new java.util.ArrayList<>(walk.filter(Files::isRegularFile).toList());
        }
    }
}
