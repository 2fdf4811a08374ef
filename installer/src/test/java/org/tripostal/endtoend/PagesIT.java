package org.tripostal.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/**
 * Every popup and page, in the light and in the dark theme: nothing in it is cut off or without words. Pictures of them are written to
 * {@code installer/target/pages} for whoever wants to look.
 */
class PagesIT extends EndToEnd {

    private static final List<String> THEMES = List.of("light", "dark");

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n@club.example,Club/News/Été\nboss@work.example,Work/Important\n");
    }

    @Test
    void pagesAreWhole() throws Exception {
        addon.awaitReady();
        Letter spam = deliver(Letter.from("Ann <ann@example.org>").with("X-Spam-Flag", "YES").with("Subject", "You have won"));
        awaitIn("Junk", spam);
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>").with("Subject", "Sunday at the lake, with a subject that is longer than any popup is wide")));
        awaitIn("Club/News/Été", deliver(Letter.from("Bob <bob@club.example>").with("Subject", "The regatta")));
        awaitIdle();
        for (String theme : THEMES) {
            thunderbird.theme(theme);
            keep("why-" + theme, "mail:3pane", reader.askWhy(spam, "account1", "/Junk"));
            closeWhatIsOpen();

            AddonPage status = addon.openStatus();
            keep("status-" + theme, "mail:3pane", status);
            status.click("#diagnose");
            status.text("#diagnosis .diagnosis[data-state='ok']");
            keep("diagnosis-" + theme, "mail:3pane", status);
            closeWhatIsOpen();

            AddonPage settings = addon.openSettings();
            keep("settings-" + theme, "mail:3pane", settings);
            for (String place : List.of("packs", "severities", "folders")) {
                settings.run("document.getElementById(arguments[0]).scrollIntoView()", place);
                keep("settings-" + place + "-" + theme, "mail:3pane", settings);
            }
            closeWhatIsOpen();

            ComposeWindow window = ComposeWindow.open(thunderbird, Map.of("to", List.of("a@crowd.example", "b@crowd.example", "c@crowd.example",
                    "d@crowd.example", "e@crowd.example"), "subject", "WHERE ARE ALL OF YOU TODAY", "isPlainText", false, "body",
                    "<html><body><p>I have been <span style=\"color: #ff0000\">waiting</span> for an hour at the station.</p><p>Attached is the plan.</p></body></html>"));
            window.send();
            AddonPage review = window.review();
            review.text("body[data-ready='true'] .finding");
            keep("review-" + theme, "msgcompose", review);
            review.click("#back");
            review.awaitClosed();
            window.discard();
        }
        Files.writeString(stage.home().manifest(), "{");
        thunderbird.host().kill();
        addon.awaitHost("never-started", java.time.Duration.ofSeconds(15));
        for (String theme : THEMES) {
            thunderbird.theme(theme);
            keep("never-started-" + theme, "mail:3pane", addon.openStatus());
            closeWhatIsOpen();
        }
    }

    private void closeWhatIsOpen() throws IOException {
        addon.closePopups();
        reader.closeTabs();
    }

    private void keep(String name, String window, AddonPage page) throws IOException {
        new Pictures(thunderbird, language()).keep(name, window, page);
    }
}
