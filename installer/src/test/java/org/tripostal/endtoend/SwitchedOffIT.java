package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** Nothing is moved until the user says so. */
class SwitchedOffIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    @Test
    void nothingIsMovedUntilTheUserSwitchesItOn() throws Exception {
        Letter before = deliver(Letter.from("Ann <ann@example.org>"));
        Letter spam = deliver(Letter.from("Prize <win@lottery.example>").with("X-Spam-Flag", "YES"));
        assertStays(before);
        assertStays(spam);
        assertThat(addon.decision(before).path("outcome").asText()).isEqualTo("would");
        assertThat(stage.server().mailbox(ME).folders()).doesNotContain("Family", "Junk");

        AddonPage status = addon.openStatus();
        assertThat(status.texts("#decisions .decision")).anyMatch(line -> line.contains("Family"));
        status.click("#active");

        Letter after = deliver(Letter.from("Ann <ann@example.org>"));
        awaitIn("Family", after);
        assertThat(Files.readString(stage.home().config().resolve("settings.yaml"))).contains("active: true");
        assertThat(whereabouts()).as("mail of before does not start to move").containsEntry(before.id(), "INBOX");
    }
}
