package org.tripostal.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Home;

/** The popup before a message leaves, in the light and in the dark theme, with all that it may have to say. */
class ReviewPagesIT extends Pictures {

    private static final List<String> CROWD = List.of("a@crowd.example", "Bob Builder <b@crowd.example>", "c@crowd.example", "d@crowd.example", "e@crowd.example");

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "severity:\n  coloured-text: tip\n  exposed-recipients: block\n");
        Path folder = Files.createDirectories(home.folder().resolve(".mozilla/managed-storage"));
        Files.writeString(folder.resolve("tripostal@tripostal.org.json"), """
                {"name": "tripostal@tripostal.org", "description": "set by the administrator", "type": "storage",
                 "data": {"block": ["large-attachment"], "noHostNoSend": true}}
                """);
    }

    @Test
    void theReviewIsWhole() throws Exception {
        addon.awaitReady();
        for (String theme : THEMES) {
            thunderbird.theme(theme);
            ComposeWindow window = ComposeWindow.open(thunderbird, Map.of("to", CROWD, "subject", "WHERE ARE ALL OF YOU TODAY", "isPlainText", false, "body",
                    "<html><body><p>I have been <span style=\"color: #ff0000\">waiting</span> for an hour at the station.</p><p>Attached is the plan of the place.</p></body></html>"));
            window.send();
            AddonPage review = window.review();
            review.text("body[data-ready='true'] .finding");
            keep("review-" + theme, "msgcompose", review);
            review.click("#fix-exposed-recipients");
            gone(review, "exposed-recipients");
            review.click("#fix-shouting-subject");
            gone(review, "shouting-subject");
            review.click(".finding[data-code='missing-greeting'] .silence summary");
            keep("review-mended-" + theme, "msgcompose", review);
            review.click(".finding[data-code='missing-greeting'] [data-scope='recipients']");
            gone(review, "missing-greeting");
            review.click("#fix-missing-closing");
            gone(review, "missing-closing");
            keep("review-silenced-" + theme, "msgcompose", review);
            review.click("#back");
            review.awaitClosed();
            window.discard();

            AddonPage settings = addon.openSettings();
            settings.run("document.getElementById('silences').scrollIntoView({ block: 'center' })");
            keep("settings-silences-" + theme, "mail:3pane", settings);
            reader.closeTabs();
            thunderbird.background().run("await messenger.storage.local.set({ silences: [] })");

            window = ComposeWindow.open(thunderbird, Map.of("to", List.of("ann@friends.example"), "subject", "The lake", "isPlainText", true,
                    "plainTextBody", "Hello Ann,\n\nhere is the lake in the morning.\n\nBest regards\nMe\n"));
            window.type(" ");
            Await.until("the sign that all is well", Duration.ofSeconds(15), window::sign, "✓"::equals);
            window.attachPicture("lake.jpg", 3600, 2700);
            window.send();
            review = window.review().awaitOpen();
            review.text("body[data-ready='true'] .finding");
            keep("review-large-" + theme, "msgcompose", review);
            review.click("#fix-large-attachment");
            review.text("#clean");
            Await.until("the sign that all is well", Duration.ofSeconds(15), window::sign, "✓"::equals);
            keep("review-clean-" + theme, "msgcompose", review);
            review.click("#back");
            review.awaitClosed();
            window.discard();
        }
        Files.writeString(stage.home().manifest(), "{");
        thunderbird.host().kill();
        addon.awaitHost("never-started", Duration.ofSeconds(15));
        for (String theme : THEMES) {
            thunderbird.theme(theme);
            ComposeWindow window = ComposeWindow.open(thunderbird, Map.of("to", List.of("ann@friends.example"), "subject", "The lake", "isPlainText", true,
                    "plainTextBody", "Hello Ann\n"));
            window.send();
            AddonPage review = window.review().awaitOpen();
            review.text("body[data-ready='true'] #barred");
            keep("review-barred-" + theme, "msgcompose", review);
            window.discard();
        }
    }

    private static void gone(AddonPage review, String code) {
        Await.until(code + " to be gone", Duration.ofSeconds(15), () -> review.run("return !document.querySelector(`[data-code='${arguments[0]}']`)", code).asBoolean());
    }
}
