package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Mailbox.Held;

/** Each finding is mended by one click, in the window, and the recipient gets what was mended. */
class FixesIT extends EndToEnd {

    private static final String HTML = "<html><body><p>Hello Ann,</p><p>shall we meet on <span style=\"color: #ff0000\">Monday</span> at the "
            + "<font color=\"#00aa00\">old</font> station?</p><p>Best regards<br>Me</p></body></html>";

    private ComposeWindow window;

    @AfterEach
    void closeWindow() throws IOException {
        if (window.isOpen()) {
            window.discard();
        }
        reader.closeTabs();
    }

    @Test
    void aSubjectComesOutOfCapitals() throws Exception {
        Held held = sentAfter("shouting-subject", plain("capitals@fixes.example", "WHERE IS MY PDF OF YESTERDAY", mannered()));
        assertThat(held.subject()).isEqualTo("Where is my PDF of yesterday");
    }

    @Test
    void aSubjectIsSuggested() throws Exception {
        Held held = sentAfter("empty-subject", plain("subject@fixes.example", "", mannered()));
        assertThat(held.subject()).isEqualTo("Shall we meet on Monday");
    }

    @Test
    void aGreetingIsInserted() throws Exception {
        Held held = sentAfter("missing-greeting", plain("Ann Miller <greeting@fixes.example>", "Monday",
                "Shall we meet on Monday at the old station?\nI bring the maps.\n\nBest regards\nMe\n"));
        assertThat(held.text().strip()).startsWith("Hello Ann,").contains("I bring the maps.");
    }

    @Test
    void aFrenchGreetingIsInsertedIntoAFrenchText() throws Exception {
        Held held = sentAfter("missing-greeting", plain("bonjour@fixes.example", "Lundi",
                "Est-ce que nous nous voyons lundi à la gare ?\nJ'apporte les cartes.\n\nCordialement\nMoi\n"));
        assertThat(held.text().strip()).startsWith("Bonjour,");
    }

    @Test
    void aClosingIsInserted() throws Exception {
        Held held = sentAfter("missing-closing", plain("closing@fixes.example", "Monday",
                "Hello Ann,\n\nshall we meet on Monday at the old station?\nI bring the maps.\n"));
        assertThat(held.text().strip()).startsWith("Hello Ann,").endsWith("Best regards,");
    }

    @Test
    void greetingAndClosingAreInsertedIntoHtml() throws Exception {
        open(Map.of("to", List.of("both@fixes.example"), "subject", "Monday", "isPlainText", false, "body",
                "<html><body><p>Shall we meet on Monday at the old station?</p><p>I bring the <b>maps</b>.</p></body></html>"));
        window.send();
        AddonPage review = review("missing-closing", "missing-greeting");
        review.click("#fix-missing-greeting");
        codes(review, "missing-closing");
        review.click("#fix-missing-closing");
        review.text("#clean");
        review.click("#send");
        window.awaitClosed();
        assertThat(received("both@fixes.example").text()).containsSubsequence("Hello,", "Monday", "<b>maps</b>", "Best regards,");
    }

    @Test
    void coloursAreRemoved() throws Exception {
        open(Map.of("to", List.of("colour@fixes.example"), "subject", "Monday", "isPlainText", false, "body", HTML));
        Held held = sentAfter("coloured-text", "colour@fixes.example");
        assertThat(held.text()).containsSubsequence("Monday", "old", "station").doesNotContain("color", "#ff0000", "#00aa00");
    }

    @Test
    void aReplyGoesToAll() throws Exception {
        Letter letter = Letter.from("Ann <ann@circle.example>").with("Cc", "Bob <bob@circle.example>, Eve <eve@circle.example>")
                .with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now().minusDays(2)));
        assertStays(deliver(letter));
        window = ComposeWindow.reply(thunderbird, reader.number(letter, "account1", "/INBOX"), "replyToSender",
                Map.of("isPlainText", true, "plainTextBody", "Hello Ann,\n\nI come too.\n\nBest regards\nMe\n"));
        window.send();
        AddonPage review = review("reply-not-to-all");
        assertThat(review.texts(".finding .because")).singleElement().asString().contains("Bob", "Eve");
        review.click("#fix-reply-not-to-all");
        review.text("#clean");
        review.click("#send");
        window.awaitClosed();
        for (String recipient : List.of("ann@circle.example", "bob@circle.example", "eve@circle.example")) {
            assertThat(received(recipient).headers()).contains("bob@circle.example", "eve@circle.example");
        }
    }

    @Test
    void whatIsAnnouncedAndNotAttachedIsHeld() throws Exception {
        open(plain("attached@fixes.example", "The plans", "Hello Ann,\n\nplease find attached the plans of the station.\n\nBest regards\nMe\n"));
        window.send();
        AddonPage review = review("forgotten-attachment");
        assertThat(review.texts(".finding .because")).singleElement().asString().contains("attached");
        review.click("#fix-forgotten-attachment");
        review.awaitClosed();
        window.attach("plans.pdf", 1_000);
        window.send();
        window.awaitClosed();
        assertThat(received("attached@fixes.example").subject()).isEqualTo("The plans");
    }

    @Test
    void aLineOrTwoWordsNeedNoFormula() throws Exception {
        open(plain("line@fixes.example", "Milk", "Please bring milk tonight"));
        window.send();
        window.awaitClosed();
        assertThat(received("line@fixes.example").subject()).isEqualTo("Milk");
    }

    private static String mannered() {
        return "Hello Ann,\n\nshall we meet on Monday at the station of the old town?\n\nBest regards\nMe\n";
    }

    private static Map<String, Object> plain(String to, String subject, String text) {
        return new HashMap<>(Map.of("to", List.of(to), "subject", subject, "isPlainText", true, "plainTextBody", text));
    }

    private void open(Map<String, ?> details) throws IOException {
        window = ComposeWindow.open(thunderbird, details);
    }

    private Held sentAfter(String code, Map<String, Object> details) throws Exception {
        open(details);
        return sentAfter(code, ((List<?>) details.get("to")).get(0).toString().replaceAll(".*<|>", ""));
    }

    /** Sends it, mends the one finding, sends it again, and returns what the recipient gets. */
    private Held sentAfter(String code, String recipient) throws Exception {
        window.send();
        AddonPage review = review(code);
        review.click("#fix-" + code);
        review.text("#clean");
        assertThat(stage.server().mailboxOf(recipient).in("INBOX")).as("not sent yet").isEmpty();
        review.click("#send");
        window.awaitClosed();
        return received(recipient);
    }

    private AddonPage review(String... codes) {
        AddonPage review = window.review().awaitOpen();
        codes(review, codes);
        return review;
    }

    private static void codes(AddonPage review, String... codes) {
        Await.until("the findings " + List.of(codes), Duration.ofSeconds(10), () -> review.run(
                "return document.body.dataset.ready && [...document.querySelectorAll('.finding')].map(f => f.dataset.code).sort().join()").asText(),
                String.join(",", codes)::equals);
    }

    private Held received(String recipient) {
        return Await.until("mail for " + recipient, Duration.ofSeconds(10), () -> stage.server().mailboxOf(recipient).in("INBOX"),
                held -> !held.isEmpty()).get(0);
    }
}
