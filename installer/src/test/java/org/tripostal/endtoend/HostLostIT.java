package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Home;
import org.tripostal.driver.HostProcess;
import org.tripostal.driver.Letter;

/** The program dies or hangs while Thunderbird runs: mail waits for it, sends do not, and it comes back by itself. */
class HostLostIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    @BeforeEach
    void theHostRunsAndThereIsNothingToTell() throws IOException {
        addon.awaitReady();
        addon.forgetUnchecked();
    }

    @Test
    void aKilledHostIsStartedAgainAndMailOfMeanwhileIsSorted() throws Exception {
        HostProcess first = thunderbird.host();
        first.kill();
        Letter meanwhile = deliver(Letter.from("Ann <ann@example.org>"));
        awaitIn("Family", meanwhile);
        assertThat(thunderbird.host().pid()).isNotEqualTo(first.pid());
        assertThat(addon.hostKind()).isEqualTo("ready");
    }

    @Test
    void aHostThatKeepsDyingHoldsUpNothing() throws Exception {
        String manifest = Files.readString(stage.home().manifest());
        Files.writeString(stage.home().manifest(), manifest.replaceFirst("\"path\"\\s*:\\s*\"[^\"]*\"", "\"path\": \"/bin/false\""));
        try {
            thunderbird.host().kill();
            addon.awaitHost("was-lost", Duration.ofSeconds(15));
            assertThat(addon.buttonTitle()).contains("stopped");
            Letter meanwhile = deliver(Letter.from("Ann <ann@example.org>"));
            assertSendGoesUnchecked("BOUGHT NO MILK TODAY SORRY");
            assertThat(whereabouts()).containsEntry(meanwhile.id(), "INBOX");

            AddonPage status = addon.openStatus();
            assertThat(status.run("return document.querySelector('#state').dataset.kind").asText()).isEqualTo("was-lost");
            Files.writeString(stage.home().manifest(), manifest);
            status.click("#try-again");
            awaitIn("Family", meanwhile);
        } finally {
            Files.writeString(stage.home().manifest(), manifest);
        }
    }

    @Test
    void aHangingHostIsGivenUpAndMailOfMeanwhileIsSorted() throws Exception {
        HostProcess frozen = thunderbird.host();
        frozen.freeze();
        Letter meanwhile = deliver(Letter.from("Ann <ann@example.org>"));
        assertSendGoesUnchecked("STILL NO MILK AT HOME TODAY");
        addon.awaitHost("ready", Duration.ofSeconds(60));
        stage.awaitMail("the mail that came while the host hung", ME, where -> "Family".equals(where.get(meanwhile.id())));
        Await.until("the frozen host to be gone", Duration.ofSeconds(20), () -> !frozen.process().isAlive());
    }

    private void assertSendGoesUnchecked(String subject) throws Exception {
        ComposeWindow window = ComposeWindow.open(thunderbird, Map.of("to", List.of("bob@friends.example"), "subject", subject,
                "isPlainText", true, "plainTextBody", "Hello Bob"));
        window.send();
        window.awaitClosed();
        assertThat(stage.server().mailboxOf("bob@friends.example").in("INBOX")).extracting(held -> held.subject()).contains(subject);
        assertThat(addon.unchecked()).anyMatch(entry -> entry.startsWith(subject + ": "));
    }
}
