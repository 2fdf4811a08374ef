package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateNetiquetteTest {

    @TempDir
    private Path folder;

    private Program program;
    private Path labelled;

    @BeforeEach
    void thereAreLabelledMessages() throws Exception {
        program = new Program(folder);
        Files.createDirectories(program.config());
        labelled = folder.resolve("labelled.jsonl");
        try (InputStream in = getClass().getResourceAsStream("labelled.jsonl")) {
            Files.copy(in, labelled);
        }
    }

    @Test
    void eachFindingIsScoredAndWhatWentWrongIsNamed() throws Exception {
        Program.Result result = program.run("en", "evaluate", "netiquette", "--strict", "--json", labelled);
        assertThat(result.status()).isZero();
        JsonNode greeting = all(result, "missing-greeting");
        assertThat(greeting.path("labelled").asInt()).isEqualTo(4);
        assertThat(greeting.path("due").asInt()).isEqualTo(2);
        assertThat(greeting.path("hits").asInt()).isEqualTo(1);
        assertThat(greeting.path("misses").asInt()).isEqualTo(1);
        assertThat(greeting.path("precision").asDouble()).isEqualTo(1);
        assertThat(greeting.path("recall").asDouble()).isEqualTo(0.5);
        assertThat(all(result, "reply-not-to-all").path("hits").asInt()).isEqualTo(1);
        assertThat(result.lines().stream().filter(line -> line.has("wrong")).map(line -> line.path("id").asText())).containsExactly("en-wrong-label");
    }

    @Test
    void itFindsWhatCheckFindsOnTheFilesThatItWrites() throws Exception {
        Path mail = folder.resolve("mail");
        assertThat(program.run("en", "evaluate", "netiquette", "--strict", "--write", mail, labelled).status()).isZero();
        Program.Result checked = program.run("en", "check", "--outgoing", "--strict", "--json", "--pack", "netiquette", "--me", "me@example.org",
                "--thread", mail.resolve("00005.thread"), mail.resolve("00001.eml"), mail.resolve("00002.eml"), mail.resolve("00003.eml"), mail.resolve("00005.eml"));
        List<List<String>> codes = new ArrayList<>();
        for (JsonNode line : checked.lines()) {
            List<String> found = new ArrayList<>();
            line.path("findings").forEach(finding -> found.add(finding.path("code").asText()));
            codes.add(found.stream().sorted().toList());
        }
        assertThat(codes.get(0)).isEmpty();
        assertThat(codes.get(1)).containsExactly("empty-subject", "forgotten-attachment", "missing-closing", "missing-greeting");
        assertThat(codes.get(2)).containsExactly("coloured-text", "exposed-recipients", "missing-closing", "shouting-subject");
        assertThat(codes.get(3)).contains("reply-not-to-all");
    }

    @Test
    void aLineThatIsNoLabelledMessageIsNamedAndTheOtherFilesAreScored() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "\n{\"id\": 1}\n");
        Program.Result result = program.run("en", "evaluate", "netiquette", "--json", broken, labelled);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains(broken + ", line 2");
        assertThat(all(result, "empty-subject").path("hits").asInt()).isEqualTo(1);
    }

    private static JsonNode all(Program.Result result, String code) throws Exception {
        try (Stream<JsonNode> lines = result.lines().stream()) {
            return lines.filter(line -> line.path("code").asText().equals(code) && line.has("labelled") && !line.has("group")).findFirst().orElseThrow();
        }
    }
}
