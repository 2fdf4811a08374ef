package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.Main;

/** {@code tripostal check} as a person or a script starts it: a process of its own. */
class CheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path box;
    private Path config;

    private record Result(int status, String out, String err) {
        List<JsonNode> lines() throws IOException {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : out.lines().toList()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        }
    }

    @BeforeEach
    void aBoxAndAConfiguration() throws IOException {
        box = Files.createDirectories(folder.resolve("box"));
        config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("routes.csv"), "from,folder\nann@example.org,Family\n");
    }

    private Path mail(String name, String header) throws IOException {
        Path file = box.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, header + "\nDate: Mon, 02 Nov 2026 10:00:00 +0000\n\nHello.\n");
    }

    private Result check(String language, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Duser.language=" + language, "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Main.class.getName(), "check"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out).redirectError(err);
        builder.environment().putAll(Map.of("TRIPOSTAL_CONFIG_DIR", config.toString()));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("check ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), Files.readString(out.toPath(), StandardCharsets.UTF_8), Files.readString(err.toPath()));
    }

    private static List<String> keys(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    @Test
    void filesOfAFolderAreJudgedInTheOrderOfTheirPathsWithTheKeysOfTheDesign() throws Exception {
        mail("b.eml", "From: Ann <ANN@example.org>\nX-Spam-Flag: YES\nSubject: =?utf-8?Q?=C3=89t=C3=A9?=");
        mail("b/a.eml", "From: x@example.net\nSubject: in a folder");
        mail("a.eml", "From: ann@example.org\nSubject: Hello");
        mail("b-c.eml", "From: x@example.net\nSubject: before the dot");
        mail("note.txt", "From: ann@example.org\nSubject: not mail");
        Result result = check("en", "--json", "box", "nowhere.eml", "box/note.txt");
        List<JsonNode> lines = result.lines();

        assertThat(lines).extracting(line -> line.path("file").asText())
                .containsExactly("box/a.eml", "box/b-c.eml", "box/b.eml", "box/b/a.eml", "nowhere.eml", "box/note.txt");
        assertThat(keys(lines.get(0))).containsExactly("file", "from", "subject", "warnings", "actions", "lost", "findings", "spam");
        assertThat(keys(lines.get(0).at("/actions/0"))).containsExactly("type", "folder", "pack", "rule", "because");
        JsonNode spam = lines.get(2);
        assertThat(spam.path("from").asText()).isEqualTo("ann@example.org");
        assertThat(spam.path("subject").asText()).isEqualTo("Été");
        assertThat(spam.at("/actions/0/type").asText()).isEqualTo("mark-junk");
        assertThat(keys(spam.at("/lost/0"))).containsExactly("type", "folder", "pack", "rule", "because", "lostTo");
        assertThat(spam.at("/lost/0/lostTo/rule").asText()).isEqualTo("The server says it is spam");
        assertThat(keys(spam.path("spam"))).containsExactly("verdict", "score", "evidence");
        assertThat(spam.at("/spam/verdict").asText()).isEqualTo("spam");
        assertThat(keys(spam.at("/spam/evidence/0"))).containsExactly("name", "weight", "because");
        assertThat(keys(lines.get(4))).containsExactly("file", "error");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("nowhere.eml: there is no such file or folder");
    }

    @Test
    void aPackAloneLeavesTheKeysOfTheOthersOut() throws Exception {
        mail("a.eml", "From: ann@example.org\nX-Spam-Flag: YES\nSubject: Hello");
        Result result = check("fr", "--json", "--pack", "sorting,netiquette", box);
        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(keys(result.lines().get(0))).containsExactly("file", "from", "subject", "warnings", "actions", "lost", "findings");
        assertThat(result.lines().get(0).at("/actions/0/because").asText()).isEqualTo("il vient de ann@example.org, que routes.csv range dans «\u00A0Family\u00A0»");
    }

    @Test
    void anOutgoingMessageIsCheckedForAPersonToRead() throws Exception {
        mail("a.eml", "From: me@example.org\nTo: a@x.example, b@x.example, c@x.example, d@x.example, ME2@example.org");
        Result result = check("en", "--outgoing", "--me", "me2@example.org", box);
        assertThat(result.status()).isZero();
        assertThat(result.out().lines().skip(1)).containsExactly("    ask empty-subject: the subject is empty");
    }

    @Test
    void aBrokenConfigurationIsToldAndEverythingElseIsJudged() throws Exception {
        Files.writeString(config.resolve("routes.csv"), "from,folder\nann@,Family\nann@example.org,Family\n");
        mail("a.eml", "From: ann@example.org\nSubject: Hello");
        Result result = check("en", "--json", box);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(config.resolve("routes.csv") + ":2: “ann@” is not an address.");
        assertThat(result.lines().get(0).at("/actions/0/folder").asText()).isEqualTo("Family");
    }

    @Test
    void aPackThatDoesNotExistIsAUsageError() throws Exception {
        Result result = check("en", "--json", "--pack", "sortings", box);
        assertThat(result.status()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("There is no pack “sortings”. The packs are: netiquette, sorting, spam.");
    }

    @Test
    void withoutAFileItIsAUsageError() throws Exception {
        assertThat(check("en", "--json").status()).isEqualTo(64);
    }
}
