package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Home;

/** What an organisation decided for its computers, by Thunderbird's managed storage: findings that nobody sends past, and "no host, no send". */
class PolicyIT extends EndToEnd {

    private static final String MANNERED = "Hello Ann,\n\nshall we meet on Monday at the station?\n\nBest regards\nMe\n";

    private ComposeWindow window;

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        Path folder = Files.createDirectories(home.folder().resolve(".mozilla/managed-storage"));
        Files.writeString(folder.resolve("tripostal@tripostal.org.json"), """
                {"name": "tripostal@tripostal.org", "description": "set by the administrator", "type": "storage",
                 "data": {"block": ["empty-subject", "no-such-code"], "noHostNoSend": true}}
                """);
    }

    @AfterEach
    void closeWindow() throws IOException {
        if (window.isOpen()) {
            window.discard();
        }
        reader.closeTabs();
    }

    @Test
    void whatIsBlockedCannotBeSentPastButMended() throws Exception {
        write("blocked@policy.example", "");
        AddonPage review = window.review().awaitOpen();
        assertThat(review.text("body[data-ready='true'] .finding[data-severity='block'] .because")).contains("subject is empty");
        assertThat(review.text("#blocked")).isNotEmpty();
        assertThat(review.run("return document.querySelector('#send').checkVisibility()").asBoolean()).isFalse();
        assertThat(review.run("return document.querySelectorAll('.silence').length").asInt()).isZero();
        assertThat(stage.server().mailboxOf("blocked@policy.example").in("INBOX")).isEmpty();
        review.click("#fix-empty-subject");
        review.text("#clean");
        review.click("#send");
        window.awaitClosed();

        AddonPage settings = addon.openSettings();
        assertThat(settings.texts("#policy li")).hasSize(3).anyMatch(text -> text.contains("no-such-code"));
    }

    @Test
    void withoutTheProgramNothingLeavesUntilItIsThereAgain() throws Exception {
        addon.awaitReady();
        String manifest = Files.readString(stage.home().manifest());
        Files.writeString(stage.home().manifest(), "{");
        thunderbird.host().kill();
        addon.awaitHost("never-started", Duration.ofSeconds(15));

        write("kept@policy.example", "Monday");
        AddonPage review = window.review().awaitOpen();
        assertThat(review.text("body[data-ready='true'] #barred")).contains("organisation");
        assertThat(review.run("return document.querySelector('#send').checkVisibility()").asBoolean()).isFalse();
        assertThat(window.isLocked()).isFalse();
        assertThat(addon.unchecked()).isEmpty();
        assertThat(stage.server().mailboxOf("kept@policy.example").in("INBOX")).isEmpty();

        Files.writeString(stage.home().manifest(), manifest);
        thunderbird.background().run("await messenger.storage.local.get('')");
        Await.until("the check to work again", Duration.ofSeconds(40), () -> {
            review.click("#check");
            return review.run("return document.querySelector('#clean').checkVisibility()").asBoolean();
        });
        review.click("#send");
        window.awaitClosed();
        assertThat(Await.until("the message", Duration.ofSeconds(10), () -> stage.server().mailboxOf("kept@policy.example").in("INBOX"), held -> !held.isEmpty())).hasSize(1);
    }

    private void write(String to, String subject) throws IOException {
        window = ComposeWindow.open(thunderbird, Map.of("to", List.of(to), "subject", subject, "isPlainText", true, "plainTextBody", MANNERED));
        window.send();
    }
}
