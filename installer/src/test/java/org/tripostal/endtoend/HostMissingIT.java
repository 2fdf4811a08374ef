package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** The add-on is there and the program is not: nothing is lost, nothing is held up, and the user is told what to do. */
class HostMissingIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    @Test
    void mailWaitsASendGoesAndRegisteringMendsIt() throws Exception {
        addon.awaitHost("never-started", Duration.ofSeconds(15));
        assertThat(addon.buttonTitle()).contains("could not be started");
        Letter meanwhile = deliver(Letter.from("Ann <ann@example.org>"));

        ComposeWindow window = ComposeWindow.open(thunderbird, Map.of("to", List.of("bob@friends.example"), "subject", "BUY MILK TODAY PLEASE",
                "isPlainText", true, "plainTextBody", "Hello Bob"));
        window.send();
        window.awaitClosed();
        assertThat(stage.server().mailboxOf("bob@friends.example").in("INBOX")).hasSize(1);
        assertThat(addon.unchecked()).containsExactly("BUY MILK TODAY PLEASE: never-started");
        assertThat(addon.buttonTitle()).contains("without being checked");

        AddonPage status = addon.openStatus();
        assertThat(status.run("return document.querySelector('#state').dataset.kind").asText()).isEqualTo("never-started");
        assertThat(status.text("#command")).contains("tripostal register");
        assertThat(status.texts("#unchecked .unchecked")).singleElement().asString().contains("BUY MILK TODAY PLEASE");
        assertThat(whereabouts()).as("mail stays meanwhile").containsEntry(meanwhile.id(), "INBOX");

        stage.home().tripostal("register");
        status.click("#try-again");
        addon.awaitReady();
        awaitIn("Family", meanwhile);
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>")));
    }
}
