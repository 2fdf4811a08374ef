package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Home;
import org.tripostal.driver.OddHost.Oddity;

/** Where the organisation wants nothing to leave unchecked ("no host, no send"), nothing does, whatever the host does, and the message says why. */
class SendBarredIT extends EndToEnd {

    private static final int SENDS = Integer.getInteger("tripostal.faults.barred", 1);
    private static final String TEXT = "Hello Ann,\n\nshall we meet on Monday at the station?\n\nBest regards\nMe\n";

    private HostSwap swap;

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        Path folder = Files.createDirectories(home.folder().resolve(".mozilla/managed-storage"));
        Files.writeString(folder.resolve("tripostal@tripostal.org.json"), """
                {"name": "tripostal@tripostal.org", "description": "set by the administrator", "type": "storage", "data": {"noHostNoSend": true}}
                """);
    }

    @BeforeEach
    void theHostRuns() {
        addon.awaitReady();
        swap = new HostSwap(stage, addon);
    }

    @AfterEach
    void theHostIsItselfAgain() throws IOException {
        swap.back();
    }

    @Test
    void nothingLeavesWhereTheHostIsMissing() throws Exception {
        swap.byNothing();
        assertNothingLeaves("missing");
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS", "CRASHES", "ANSWERS_GARBAGE", "ANSWERS_LATE"})
    void nothingLeavesWhereTheHostIsOdd(Oddity oddity) throws Exception {
        swap.by(oddity);
        assertNothingLeaves(oddity.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    private void assertNothingLeaves(String name) throws Exception {
        String recipient = name + "@barred.example";
        for (int i = 0; i < SENDS; i++) {
            ComposeWindow window = ComposeWindow.open(thunderbird, Map.of("to", List.of(recipient), "subject", "Monday " + i, "isPlainText", true, "plainTextBody", TEXT));
            window.send();
            AddonPage review = window.review().awaitOpen();
            assertThat(review.text("body[data-ready='true'] #barred")).contains("organisation");
            assertThat(window.isLocked()).isFalse();
            assertThat(review.run("return document.querySelector('#send').checkVisibility()").asBoolean()).isFalse();
            window.discard();
        }
        Await.until("the windows to be closed", Duration.ofSeconds(10), () -> thunderbird.windows().size() == 1);
        assertThat(stage.server().mailboxOf(recipient).in("INBOX")).isEmpty();
    }
}
