package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;

/** The popup before a message leaves: what it shows, what it does not ask again, and the quiet sign when all is well. */
class ReviewIT extends EndToEnd {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String BLUNT = "Shall we meet on Monday at the old station?\nI bring the maps.\n\nBest regards\nMe\n";

    private ComposeWindow window;

    @AfterEach
    void closeWindow() throws IOException {
        if (window != null && window.isOpen()) {
            window.discard();
        }
        thunderbird.background().run("await messenger.storage.local.set({ silences: [] })");
        reader.closeTabs();
    }

    @Test
    void thePassageIsQuoted() throws Exception {
        write("passage@review.example", "The plans", "Hello Ann,\n\nplease find attached the plans of the station.\n\nBest regards\nMe\n");
        window.send();
        AddonPage review = opened();
        assertThat(review.texts(".passage")).containsExactly("please find attached the plans of the station.");
        assertThat(review.texts(".passage mark")).singleElement().asString().contains("attached");
    }

    @Test
    void findingsAreCheckedWithoutSending() throws Exception {
        write("now@review.example", "", BLUNT);
        thunderbird.background().run("await messenger.composeAction.openPopup({ windowId: (await messenger.tabs.get(arguments[0])).windowId })", window.tab());
        AddonPage review = opened();
        assertThat(codes(review)).isEqualTo("empty-subject,missing-greeting");
        assertThat(review.run("return document.querySelector('#send').checkVisibility()").asBoolean()).isFalse();
        window.write(Map.of("subject", "Monday"));
        review.click("#check");
        awaitCodes(review, "missing-greeting");
        assertThat(stage.server().mailboxOf("now@review.example").in("INBOX")).isEmpty();
    }

    @Test
    void doNotAskAgainForTheseRecipientsHoldsAfterARestartUntilItIsRevoked() throws Exception {
        silence("friend@review.example", "recipients");
        use(stage.restart());
        write("friend@review.example", "Monday", BLUNT);
        window.send();
        window.awaitClosed();
        write("boss@review.example", "Monday", BLUNT);
        window.send();
        assertThat(codes(opened())).isEqualTo("missing-greeting");
        window.discard();

        AddonPage settings = addon.openSettings();
        assertThat(settings.text("#silences .silence[data-code='missing-greeting']")).contains("friend@review.example");
        settings.click("#silences .revoke");
        settings.text("#no-silences");
        write("friend@review.example", "Monday", BLUNT);
        window.send();
        assertThat(codes(opened())).isEqualTo("missing-greeting");
    }

    @Test
    void doNotAskAgainAboutThisEverOrToday() throws Exception {
        for (String scope : List.of("kind", "today")) {
            silence(scope + "@review.example", scope);
            write("another-" + scope + "@review.example", "Monday", BLUNT);
            window.send();
            window.awaitClosed();
            thunderbird.background().run("await messenger.storage.local.set({ silences: [] })");
        }
    }

    @Test
    void itIsUsedByKeyboardAlone() throws Exception {
        write("keys@review.example", "WHERE IS MY PDF OF YESTERDAY", BLUNT);
        window.send();
        AddonPage review = opened();
        assertThat(focused(review)).as("Return goes back to writing").isEqualTo("back");
        assertThat(review.run("""
                const names = [...document.querySelectorAll("button, summary")].filter(one => one.checkVisibility());
                return names.filter(one => one.textContent.trim() === "" || one.tabIndex < 0).map(one => one.outerHTML);
                """)).isEmpty();
        review.run("document.querySelector('#fix-missing-greeting').focus()");
        review.click("#fix-missing-greeting");
        awaitCodes(review, "shouting-subject");
        Await.until("the focus to be where one goes on", PATIENCE, () -> focused(review), "fix-shouting-subject"::equals);
        review.run("document.querySelector('#fix-shouting-subject').focus()");
        review.click("#fix-shouting-subject");
        review.text("#clean");
        Await.until("the focus to be on Send", PATIENCE, () -> focused(review), "send"::equals);
        assertThat(review.text("#mended")).contains("Subject out of capitals.");
    }

    @Test
    void aSignShowsThatAllIsWellAndNothingOfItIsInTheMessage() throws Exception {
        write("sign@review.example", "Monday", "Hello Ann,\n\nshall we meet?\n");
        String before = window.text();
        window.type("Well");
        window.type(", on Monday at the station of the old town, say at noon or a little later.\n\n");
        assertThat(window.sign()).isEmpty();
        window.write(Map.of("plainTextBody", "Hello Ann,\n\nshall we meet?\n\nBest regards\nMe"));
        window.type("!");
        Await.until("the sign that all is well", PATIENCE, window::sign, "✓"::equals);
        assertThat(window.details().path("body").asText()).doesNotContain("✓", "tripostal", "moz-extension");
        assertThat(before).isNotEqualTo(window.text());
        window.write(Map.of("plainTextBody", BLUNT));
        window.type("!");
        Await.until("the sign to go", PATIENCE, window::sign, ""::equals);
    }

    private void silence(String recipient, String scope) throws IOException {
        write(recipient, "Monday", BLUNT);
        window.send();
        AddonPage review = opened();
        review.click(".silence summary");
        review.click(".silence button[data-scope='" + scope + "']");
        review.text("#clean");
        assertThat(review.text("#silenced")).contains("greeting");
        review.click("#send");
        window.awaitClosed();
    }

    private void write(String to, String subject, String text) throws IOException {
        window = ComposeWindow.open(thunderbird, new HashMap<>(Map.of("to", List.of(to), "subject", subject, "isPlainText", true, "plainTextBody", text)));
    }

    private AddonPage opened() {
        AddonPage review = window.review().awaitOpen();
        review.text("body[data-ready='true'] .finding");
        return review;
    }

    private static String focused(AddonPage review) throws IOException {
        return review.run("return document.activeElement.id").asText();
    }

    private static String codes(AddonPage review) throws IOException {
        return review.run("return [...document.querySelectorAll('.finding')].map(f => f.dataset.code).sort().join()").asText();
    }

    private static void awaitCodes(AddonPage review, String codes) {
        Await.until("the findings " + codes, PATIENCE, () -> codes(review), codes::equals);
    }
}
