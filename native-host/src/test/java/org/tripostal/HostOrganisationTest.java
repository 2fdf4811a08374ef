package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Organisation;
import org.tripostal.settings.Protection;

/** The organisation's rules while the host runs, as the add-on sees them. */
@Timeout(120)
class HostOrganisationTest {

    private static final String MAIL = "{\"account\":\"a\",\"folder\":\"/INBOX\",\"messages\":[{\"author\":\"ann@example.org\",\"subject\":\"a bill\",\"headers\":{},\"parts\":[]}]}";

    @TempDir
    Path folder;

    private Path organisation;
    private LiveHost host;

    @BeforeEach
    void start() throws IOException {
        organisation = Files.createDirectory(folder.resolve("organisation"));
        protect(organisation, "rwxr-xr-x");
        protect(Files.createDirectories(organisation.resolve("rules")), "rwxr-xr-x");
        // Whoever runs the tests plays the administrator here.
        Protection protection = new Protection(new HashSet<>(List.of(0, (Integer) Files.getAttribute(folder, "unix:uid"))));
        Path data = folder.resolve("data");
        host = new LiveHost(new Folders(folder.resolve("config"), data, data.resolve("cache"), new Organisation(organisation, protection)));
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    private static Path protect(Path file, String rights) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private void save(Path file, String text) throws IOException {
        Path aside = protect(Files.writeString(folder.resolve("aside"), text), "rw-r--r--");
        Files.createDirectories(file.getParent());
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String filing(String rule, String into) {
        return "import org.tripostal.mail.*\nimport org.tripostal.action.*\nrule \"" + rule + "\"\nwhen\n  IncomingMessage(subject contains \"bill\")\nthen\n  insert(new FileInto(\"" + into
                + "\"));\nend\n";
    }

    /** What was saved is in force some moments later: each change that is told may be the one. */
    private void awaitFiledInto(String wanted) throws IOException {
        while (!folderOf().equals(wanted)) {
            host.await(message -> message.path("method").asText().equals("state/changed"));
        }
    }

    private String folderOf() throws IOException {
        return host.ask("messages/judge", MAIL).at("/result/decisions/0/actions/0/folder").asText();
    }

    /** How a rule is shown on the settings page; missing where it is not there. */
    private JsonNode shown(String rule) throws IOException {
        for (JsonNode one : host.ask("settings/get", "{}").at("/result/rules")) {
            if (one.path("rule").asText().equals(rule)) {
                return one;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    @Test
    void whatIsSavedThereIsInForceShownAsTheOrganisationsAndComesFirstOrLastAsItSays() throws Exception {
        save(organisation.resolve("rules/club.drl"), filing("Club", "Club"));
        awaitFiledInto("Club");
        assertThat(shown("Club").path("pack").asText()).isEqualTo("organisation");
        assertThat(shown("Club").path("organisation").asText()).isEqualTo("first");

        save(folder.resolve("config/rules/mine.drl"), filing("Mine", "Mine"));
        while (shown("Mine").isMissingNode()) {
            host.await(message -> message.path("method").asText().equals("state/changed"));
        }
        assertThat(shown("Mine").has("organisation")).isFalse();
        assertThat(folderOf()).isEqualTo("Club");
        save(organisation.resolve("organisation.yaml"), "rules: last\n");
        awaitFiledInto("Mine");
        assertThat(shown("Club").path("organisation").asText()).isEqualTo("last");

        JsonNode state = host.ask("settings/set", "{\"settings\":{\"rules.Club\":\"false\"}}").path("result");
        assertThat(state.at("/problems/0/message").asText()).contains("“Club” comes from your organisation");
        assertThat(shown("Club").path("runs").asBoolean()).isTrue();
    }
}
