package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.pack.PackReader;
import org.tripostal.settings.Folders;

/** Packs from elsewhere by the wire: looked at, tried out, installed, given out, removed. */
@Timeout(120)
class HostPacksTest {

    private static final String RULE = """
            rule "Bills"
            when
                the subject contains "bill"
            then
                file it into "%s"
            end
            """;
    private static final String MAIL = "{\"account\":\"a\",\"folder\":\"/INBOX\",\"messages\":[{\"author\":\"ann@example.org\",\"subject\":\"a bill\",\"headers\":{},\"parts\":[]}]%s}";

    @TempDir
    Path folder;

    private LiveHost host;

    @BeforeEach
    void start() throws IOException {
        host = new LiveHost(new Folders(folder, folder.resolve("data")));
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    private static String zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private JsonNode read(String name, String content) throws IOException {
        return host.ask("packs/read", "{\"name\":\"" + name + "\",\"content\":\"" + content + "\"}");
    }

    private String folderOf(String trial) throws IOException {
        return host.ask("messages/judge", MAIL.formatted(trial)).at("/result/decisions/0/actions/0/folder").asText();
    }

    @Test
    void aPackIsShownTriedOutAndInstalledAndIsInForceWhenThatIsAnswered() throws Exception {
        JsonNode shown = read("club.zip", zip(Map.of("bills.dslr", RULE.formatted("Bills"), "pack.yaml", "name: club\nversion: 1.2\n"))).path("result");
        assertThat(shown.path("name").asText()).isEqualTo("club");
        assertThat(shown.path("version").asText()).isEqualTo("1.2");
        assertThat(shown.path("problems")).isEmpty();
        assertThat(shown.has("replaces")).isFalse();
        assertThat(shown.at("/rules/0/says").asText()).isEqualTo("If the subject contains “bill”: file it into “Bills”.");
        assertThat(shown.at("/rules/0/looksAt/0").asText()).isEqualTo("the message");
        assertThat(folder.resolve("rules")).doesNotExist();

        String checksum = shown.path("checksum").asText();
        assertThat(folderOf("")).isEmpty();
        assertThat(folderOf(",\"trial\":{\"pack\":\"" + checksum + "\"}")).isEqualTo("Bills");
        assertThat(folderOf("")).isEmpty();

        assertThat(host.ask("packs/install", "{\"checksum\":\"" + checksum + "\"}").at("/result/inForce").asBoolean()).isTrue();
        assertThat(folderOf("")).isEqualTo("Bills");
        JsonNode installed = host.ask("packs/list", "{}").at("/result/packs");
        assertThat(installed).hasSize(1);
        assertThat(installed.at("/0/name").asText()).isEqualTo("club");
        assertThat(installed.at("/0/checksum").asText()).isEqualTo(checksum);
    }

    @Test
    void anOlderVersionIsReplacedInTheTrialToo() throws Exception {
        String old = read("club.zip", zip(Map.of("old.dslr", RULE.formatted("Old"), "pack.yaml", "version: 1\n"))).at("/result/checksum").asText();
        host.ask("packs/install", "{\"checksum\":\"" + old + "\"}");
        assertThat(folderOf("")).isEqualTo("Old");
        JsonNode shown = read("club.zip", zip(Map.of("new.dslr", RULE.formatted("New"), "pack.yaml", "version: 2\n"))).path("result");
        assertThat(shown.path("replaces").asText()).isEqualTo("1");
        assertThat(shown.path("same").asBoolean()).isFalse();
        assertThat(folderOf(",\"trial\":{\"pack\":\"" + shown.path("checksum").asText() + "\"}")).isEqualTo("New");
        assertThat(folderOf("")).isEqualTo("Old");
    }

    @Test
    void whatIsGivenOutIsThePackThatWasTakenInAndWhatIsRemovedIsInForceNoMore() throws Exception {
        String checksum = read("club.zip", zip(Map.of("bills.dslr", RULE.formatted("Bills"), "README.md", "x".repeat(100_000)))).at("/result/checksum").asText();
        host.ask("packs/install", "{\"checksum\":\"" + checksum + "\"}");
        JsonNode given = host.ask("packs/export", "{\"name\":\"club\",\"offset\":0}").path("result");
        byte[] bytes = Base64.getDecoder().decode(given.path("content").asText());
        assertThat(given.path("size").asInt()).isEqualTo(bytes.length);
        assertThat(PackReader.read(given.path("file").asText(), new ByteArrayInputStream(bytes)).checksum()).isEqualTo(checksum);
        assertThat(host.ask("packs/export", "{\"name\":\"club\",\"offset\":" + bytes.length + "}").at("/result/content").asText()).isEmpty();

        assertThat(host.ask("packs/remove", "{\"name\":\"club\"}").at("/result/inForce").asBoolean()).isTrue();
        assertThat(folderOf("")).isEmpty();
        assertThat(host.ask("packs/list", "{}").at("/result/packs")).isEmpty();
        assertThat(host.ask("packs/remove", "{\"name\":\"../data\"}").at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void aPackThatIsBrokenOrAsksForTooMuchIsNamedAndNotInstalled() throws Exception {
        String evil = "rule \"x\"\nwhen\n  org.tripostal.mail.IncomingMessage()\nthen\n  System.exit(0);\nend\n";
        JsonNode shown = read("evil.zip", zip(Map.of("evil.drl", evil))).path("result");
        assertThat(shown.at("/problems/0/file").asText()).isEqualTo("evil/evil.drl");
        assertThat(shown.at("/problems/0/line").asInt()).isEqualTo(5);
        assertThat(shown.path("refused").asInt()).isEqualTo(1);
        assertThat(host.ask("packs/install", "{\"checksum\":\"" + shown.path("checksum").asText() + "\"}").at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(folder.resolve("rules")).doesNotExist();

        assertThat(read("note.txt", Base64.getEncoder().encodeToString("hello".getBytes())).at("/error/message").asText()).contains("note.txt");
        assertThat(read("x.zip", Base64.getEncoder().encodeToString("hello".getBytes())).at("/error/message").asText()).contains("x.zip", "ZIP");
        assertThat(read("x.zip", "%%%").at("/error/message").asText()).contains("content");
        assertThat(host.ask("messages/judge", MAIL.formatted(",\"trial\":{\"pack\":\"no such\"}")).at("/error/message").asText()).contains("choose its file again");
    }

    @Test
    void aFolderOfTheSameNameThatIsNoPackIsNotLost() throws Exception {
        Path own = Files.createDirectories(folder.resolve("rules/club"));
        Files.writeString(own.resolve("notes.ods"), "mine");
        JsonNode answer = read("club.zip", zip(Map.of("bills.dslr", RULE.formatted("Bills"))));
        assertThat(answer.at("/error/message").asText()).contains(own.toString(), "notes.ods");
        assertThat(host.ask("packs/list", "{}").at("/result/packs/0/trouble").asText()).contains("notes.ods");
    }

    @Test
    void aRuleThatFailsInATrialIsLeftOutOfItAndNothingElseChanges() throws Exception {
        String failing = "import org.tripostal.mail.*\nimport org.tripostal.action.*\nrule \"Fails\"\nwhen\n  IncomingMessage()\nthen\n  String none = null; none.length();\nend\n";
        String checksum = read("club.zip", zip(Map.of("bills.dslr", RULE.formatted("Bills"), "fails.drl", failing))).at("/result/checksum").asText();
        String trial = ",\"trial\":{\"pack\":\"" + checksum + "\"}";
        assertThat(host.ask("messages/judge", MAIL.formatted(trial)).at("/error/message").asText()).contains("Fails");
        assertThat(folderOf(trial)).isEqualTo("Bills");
        assertThat(folderOf("")).isEmpty();
    }
}
