package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.settings.Folders;

/** The user's own rules while the host runs, as the add-on sees it. */
@Timeout(120)
class HostRulesTest {

    private static final String MAIL = "{\"account\":\"a\",\"folder\":\"/INBOX\",\"messages\":[{\"author\":\"ann@example.org\",\"subject\":\"%s\",\"headers\":{},\"parts\":[]}]}";

    @TempDir
    Path folder;

    private Path rules;
    private LiveHost host;

    @BeforeEach
    void aFolder() throws IOException {
        rules = Files.createDirectories(folder.resolve("rules"));
    }

    private void start() throws IOException {
        host = new LiveHost(new Folders(folder, folder.resolve("data")));
    }

    @AfterEach
    void stop() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    private JsonNode awaitState() throws IOException {
        return host.await(message -> message.path("method").asText().equals("state/changed")).path("params");
    }

    private JsonNode judged(String subject) throws IOException {
        return host.ask("messages/judge", MAIL.formatted(subject)).at("/result/decisions/0");
    }

    private String folderOf(String subject) throws IOException {
        return judged(subject).at("/actions/0/folder").asText();
    }

    private void write(String name, String consequence) throws IOException {
        Path aside = Files.writeString(folder.resolve("aside"), "import org.tripostal.mail.*\nimport org.tripostal.action.*\nrule \"" + name
                + "\"\nwhen\n  IncomingMessage(subject contains \"" + name + "\")\nthen\n  " + consequence + "\nend\n");
        Files.move(aside, rules.resolve(name + ".drl"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void mailOfTheFirstMomentIsJudgedByTheUsersRulesThoughTheyHaveToBeCompiledFirst() throws IOException {
        write("bills", "insert(new FileInto(\"Bills\"));");
        start();
        assertThat(folderOf("bills of May")).isEqualTo("Bills");
    }

    @Test
    void aSavedFileIsInForceAndABrokenOneIsToldWhileItsLastGoodVersionStaysInForce() throws IOException {
        start();
        assertThat(folderOf("bills")).isEmpty();
        write("bills", "insert(new FileInto(\"Bills\"));");
        assertThat(awaitState().path("problems")).isEmpty();
        assertThat(folderOf("bills")).isEqualTo("Bills");

        write("bills", "insert(new FileInt(\"Elsewhere\"));");
        JsonNode problem = awaitState().at("/problems/0");
        assertThat(problem.path("file").asText()).isEqualTo(rules.resolve("bills.drl").toString());
        assertThat(problem.path("line").asInt()).isEqualTo(7);
        assertThat(problem.path("column").asInt()).isEqualTo(14);
        assertThat(problem.path("source").asText()).contains("FileInt");
        assertThat(problem.path("remedy").asText()).isEqualTo("Did you mean FileInto? The last version that was in order stays in force.");
        assertThat(folderOf("bills")).isEqualTo("Bills");

        write("bills", "insert(new FileInto(\"Elsewhere\"));");
        assertThat(awaitState().path("problems")).isEmpty();
        assertThat(folderOf("bills")).isEqualTo("Elsewhere");
        Files.move(rules, folder.resolve("elsewhere")); // at once: where the file goes before its folder does, there is nothing to tell of but an empty folder
        host.await(message -> message.path("method").asText().equals("state/changed") && message.at("/params/problems/0/message").asText().contains("no longer there"));
        assertThat(folderOf("bills")).isEmpty();
    }

    @Test
    void aRuleThatFailsCostsItsOwnDecisionAndIsSetAsideUntilItsFileChanges() throws Exception {
        write("bills", "insert(new FileInto(\"Bills\"));");
        write("of May", "String none = null; none.length();");
        start();
        assertThat(folderOf("bills of May")).isEqualTo("Bills");
        host.ask("doctor/run", "{}");
        stop();
        start();
        assertThat(host.ask("settings/set", "{\"active\":false}").at("/result/problems/0/message").asText()).startsWith("The rule “of May” failed and has been set aside: java.lang.NullPointerException");
        write("of May", "insert(new Flag());");
        // What comes before it may still tell of the rule.
        host.await(message -> message.path("method").asText().equals("state/changed") && message.at("/params/problems").isEmpty());
        assertThat(judged("bills of May").path("actions")).extracting(action -> action.path("type").asText()).containsExactly("file-into", "flag");
    }
}
