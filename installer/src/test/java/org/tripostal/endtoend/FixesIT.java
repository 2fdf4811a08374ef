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
        if (window != null && window.isOpen()) {
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
        assertThat(held.text().strip()).startsWith("Hello Ann,").endsWith("Best regards");
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
        assertThat(received("both@fixes.example").text()).containsSubsequence("Hello,", "Monday", "<b>maps</b>", "Best regards");
    }

    @Test
    void coloursAreRemoved() throws Exception {
        open(Map.of("to", List.of("colour@fixes.example"), "subject", "Monday", "isPlainText", false, "body", HTML));
        Held held = sentAfter("coloured-text", "colour@fixes.example");
        assertThat(held.text()).containsSubsequence("Monday", "old", "station").doesNotContain("color", "#ff0000", "#00aa00");
    }

    @Test
    void aTextComesOutOfCapitalsWithNamesAndAbbreviationsKept() throws Exception {
        Held held = sentAfter("shouting-body", plain("Ann Miller <loud@fixes.example>", "Monday",
                "HELLO ANN,\n\nI HAVE BEEN WAITING FOR THE NASA FILE SINCE MONDAY AND NOBODY IN PARIS TELLS ME ANYTHING.\n\nBEST REGARDS\nMe\n"));
        assertThat(held.text().replaceAll("[\\s\u00a0]+", " ").strip()).isEqualTo(
                "Hello Ann, I have been waiting for the NASA file since Monday and nobody in Paris tells me anything. Best regards Me");
    }

    @Test
    void htmlComesOutOfCapitalsAndKeepsItsForm() throws Exception {
        open(Map.of("to", List.of("loud-html@fixes.example"), "subject", "Monday", "isPlainText", false, "body",
                "<html><body><p>HELLO ANN,</p><p>I HAVE BEEN <b>WAITING</b> FOR YOUR ANSWER FOR A WHOLE WEEK AND NOBODY TELLS ME ANYTHING.</p><p>BEST REGARDS</p></body></html>"));
        Held held = sentAfter("shouting-body", "loud-html@fixes.example");
        assertThat(held.text().replaceAll("[\\s\\u00a0]+", " ").replace("&nbsp;", " ")).contains(
                "<p>Hello Ann,</p>", "<p>I have been <b>waiting</b> for your answer for a whole week and nobody tells me anything.</p>", "<p>Best regards</p>");
    }

    @Test
    void htmlComesOutOfCapitalsWithPlainSpacesBesideWordsInBold() throws Exception {
        open(Map.of("to", List.of("spaces@fixes.example"), "subject", "Monday", "isPlainText", false, "body",
                "<html><body><p>HELLO ANN,</p><p>I HAVE BEEN <b>WAITING</b> FOR YOUR ANSWER FOR A WHOLE WEEK AND NOBODY TELLS ME ANYTHING.</p><p>BEST REGARDS</p></body></html>"));
        assertThat(sentAfter("shouting-body", "spaces@fixes.example").text().replaceAll("\\s+", " ")).contains("<p>I have been <b>waiting</b> for your answer");
    }

    @Test
    void capitalsComeBackByCtrlZAlone() throws Exception {
        open(Map.of("to", List.of("undone@fixes.example"), "subject", "Monday", "isPlainText", false, "body",
                "<html><body><p>HELLO ANN,</p><p>I HAVE BEEN <b>WAITING</b> FOR YOUR ANSWER FOR A WHOLE WEEK AND NOBODY TELLS ME ANYTHING.</p><p>BEST REGARDS</p></body></html>"));
        String before = window.text();
        window.send();
        AddonPage review = review("shouting-body");
        review.click("#fix-shouting-body");
        review.text("#clean");
        assertThat(window.text()).contains("I have been", "waiting");
        review.click("#back");
        review.awaitClosed();
        int steps = 0;
        while (!window.text().equals(before) && steps++ < 20) {
            window.undo();
        }
        assertThat(window.text()).isEqualTo(before);
        window.discard();
    }

    /** Nobody in To, and somebody named twice, are tips: they hold nothing, and are mended where something else holds the message. */
    @Test
    void recipientsAreMovedToToAndNamedOnce() throws Exception {
        open(Map.of("to", List.of(), "cc", List.of("Ann <ann@tips.example>", "Bob <bob@tips.example>"), "bcc", List.of("ann@tips.example"), "subject", "", "isPlainText", true, "plainTextBody",
                mannered()));
        window.send();
        AddonPage review = review("empty-subject", "nobody-in-to", "repeated-recipient");
        review.click("#fix-nobody-in-to");
        codes(review, "empty-subject", "repeated-recipient");
        review.click("#fix-repeated-recipient");
        codes(review, "empty-subject");
        review.click("#fix-empty-subject");
        review.text("#clean");
        review.click("#send");
        window.awaitClosed();
        assertThat(received("bob@tips.example").headers()).containsPattern("(?m)^To: .*ann@tips\\.example").containsPattern("(?m)^To: .*bob@tips\\.example");
        assertThat(received("ann@tips.example").subject()).isNotBlank();
    }

    @Test
    void anAccountForLargeFilesIsOffered() throws Exception {
        // Served by an add-on that is there and switched on: here, by Tripostal's own name.
        thunderbird.run("""
                Services.prefs.setStringPref("mail.cloud_files.accounts.account9.type", "ext-tripostal@tripostal.org");
                Services.prefs.setStringPref("mail.cloud_files.accounts.account9.displayName", "My cloud");
                Services.prefs.savePrefFile(null);
                """);
        try {
            open(plain("cloud@fixes.example", "The plans", mannered()));
            window.attach("plans.pdf", 6_000_000);
            window.send();
            AddonPage review = review("large-attachment");
            assertThat(review.texts(".finding .hint")).anyMatch(hint -> hint.contains("My cloud"));
            window.discard();
        } finally {
            thunderbird.run("Services.prefs.deleteBranch('mail.cloud_files.accounts.account9.'); Services.prefs.savePrefFile(null);");
        }
    }

    /** The greeting stands above the quote, the closing below the writer's last words and above quote and signature; nothing else changes. */
    @Test
    void formulasFindTheirPlaceInAnAnswerAboveTheQuote() throws Exception {
        assertThat(answered(true, false)).matches("(?s)Hello Ann,\\s+I come too, and bring the maps\\.\\s+It will be late\\.\\s+Best regards,\\s+.*wrote:\\s+> Will you come\\?\\s+> There is cake\\.\\s+-- \\s+Me of the maps\\s*");
        assertThat(answered(true, true)).matches("(?s).*Hello Ann,.*I come too, and bring the maps\\..*It will be late\\..*Best regards,.*wrote:.*<blockquote.*Will you come\\?.*</blockquote>.*--\\s.*Me of the maps.*");
    }

    @Test
    void formulasFindTheirPlaceInAnAnswerBelowTheQuote() throws Exception {
        assertThat(answered(false, false)).matches("(?s)Hello Ann,\\s+.*wrote:\\s+> Will you come\\?\\s+> There is cake\\.\\s+I come too, and bring the maps\\.\\s+It will be late\\.\\s+Best regards,\\s+-- \\s+Me of the maps\\s*");
        assertThat(answered(false, true)).matches("(?s).*Hello Ann,.*wrote:.*<blockquote.*Will you come\\?.*</blockquote>.*I come too, and bring the maps\\..*It will be late\\..*Best regards,.*--\\s.*Me of the maps.*");
    }

    /** An answer with both formulas inserted, as it stands in the window; then by Ctrl+Z it is what it was. */
    private String answered(boolean above, boolean html) throws Exception {
        thunderbird.run("""
                const [above, html] = arguments;
                const identity = MailServices.accounts.allIdentities.find(one => one.email === "me@example.org");
                identity.replyOnTop = above ? 1 : 0;
                identity.sigBottom = true;
                identity.composeHtml = html;
                identity.htmlSigText = "Me of the maps";
                identity.htmlSigFormat = false;
                """, above, html);
        Letter letter = Letter.from("Ann Miller <ann@quote.example>").saying("text/plain", "Will you come?\r\nThere is cake.\r\n")
                .with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now().minusDays(2)));
        assertStays(deliver(letter));
        window = ComposeWindow.reply(thunderbird, reader.number(letter, "account1", "/INBOX"), "replyToSender", Map.of());
        window.type("I come too, and bring the maps.\nIt will be late.");
        String before = window.text();
        window.send();
        AddonPage review = review("missing-closing", "missing-greeting");
        review.click("#fix-missing-greeting");
        codes(review, "missing-closing");
        review.click("#fix-missing-closing");
        review.text("#clean");
        String after = window.text();
        review.click("#back");
        review.awaitClosed();
        window.undo();
        window.undo();
        assertThat(window.text()).isEqualTo(before);
        window.discard();
        return after;
    }

    @Test
    void whatWasMendedIsTakenBack() throws Exception {
        open(plain("back@fixes.example", "WHERE IS MY PDF OF YESTERDAY", "Shall we meet on Monday at the old station?\nI bring the maps.\n\nBest regards\nMe\n"));
        String before = window.text();
        window.send();
        AddonPage review = review("missing-greeting", "shouting-subject");
        review.click("#fix-shouting-subject");
        codes(review, "missing-greeting");
        review.click("#fix-missing-greeting");
        review.text("#clean");
        assertThat(window.text()).startsWith("Hello,\n\nShall");
        review.click("#take-back");
        codes(review, "missing-greeting");
        assertThat(window.text()).isEqualTo(before);
        review.click("#take-back");
        codes(review, "missing-greeting", "shouting-subject");
        assertThat(window.details().path("subject").asText()).isEqualTo("WHERE IS MY PDF OF YESTERDAY");
        assertThat(review.run("return document.querySelector('#mended').checkVisibility()").asBoolean()).isFalse();
    }

    @Test
    void colouredWordsGetTheirColourBack() throws Exception {
        open(Map.of("to", List.of("colour@fixes.example"), "subject", "Monday", "isPlainText", false, "body",
                HTML.replace("<p>Best", "<p style=\"color: blue; margin: 2px\">See you.</p><p>Best")));
        window.send();
        AddonPage review = review("coloured-text");
        assertThat(review.texts(".passage")).singleElement().asString().contains("Monday", "old", "See you.");
        review.click("#fix-coloured-text");
        review.text("#clean");
        assertThat(window.text()).doesNotContain("color").contains("margin: 2px");
        review.click("#take-back");
        codes(review, "coloured-text");
        assertThat(window.text()).contains("blue", "#00aa00").containsAnyOf("#ff0000", "rgb(255, 0, 0)");
    }

    @Test
    void picturesAreMadeSmallerAndPutBack() throws Exception {
        open(plain("lake@fixes.example", "The lake", mannered()));
        window.attachPicture("lake.jpg", 3600, 2700);
        long before = window.attachments().at("/0/size").asLong();
        assertThat(before).isGreaterThan(6_000_000);
        window.send();
        AddonPage review = review("large-attachment");
        assertThat(review.texts(".passage")).containsExactly("lake.jpg");
        review.click("#fix-large-attachment");
        review.text("#clean");
        assertThat(window.attachments()).hasSize(1);
        assertThat(window.attachments().at("/0/size").asLong()).isLessThan(before / 2);
        review.click("#take-back");
        codes(review, "large-attachment");
        assertThat(window.attachments().at("/0/size").asLong()).isEqualTo(before);
        review.click("#fix-large-attachment");
        review.text("#clean");
        review.click("#send");
        window.awaitClosed();
        assertThat(received("lake@fixes.example").headers()).contains("The lake");
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
