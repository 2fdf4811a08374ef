package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Addon;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Mailbox.Held;

/** What leaves is checked: a well-mannered message goes at once, a careless one is held until the user has decided. */
class SendingIT extends EndToEnd {

    private static final String MANNERED = "Hello Ann,\n\nshall we meet on Monday at the station?\n\nBest regards\nMe\n";
    private static final List<String> MANY = List.of("a@crowd.example", "b@crowd.example", "c@crowd.example", "d@crowd.example",
            "E Example <e@crowd.example>");

    private ComposeWindow window;

    @AfterEach
    void closeWindow() throws IOException {
        if (window.isOpen()) {
            window.discard();
        }
    }

    @Test
    void aWellManneredMessageLeavesAtOnce() throws Exception {
        write(List.of("well@friends.example"), "Monday", MANNERED).send();
        window.awaitClosed();
        assertThat(received("well@friends.example")).extracting(Held::subject).containsExactly("Monday");
        assertThat(thunderbird.page(Addon.REVIEW).isOpen()).isFalse();
        assertThat(addon.unchecked()).isEmpty();
    }

    @Test
    void anEmptySubjectIsHeldAndSentOnceWithoutASecondQuestion() throws Exception {
        write(List.of("empty@friends.example"), "", MANNERED).send();
        AddonPage review = reviewOf("empty-subject", "subject is empty");
        assertUnsent("empty@friends.example");
        review.click("#send");
        window.awaitClosed();
        assertThat(received("empty@friends.example")).extracting(Held::subject).containsExactly("(no subject)");
        assertThat(thunderbird.windows()).containsExactly("mail:3pane");
    }

    @Test
    void aShoutingSubjectIsHeld() throws Exception {
        write(List.of("subject@friends.example"), "PLEASE ANSWER ME TODAY", MANNERED).send();
        AddonPage review = reviewOf("shouting-subject", "PLEASE ANSWER ME TODAY");
        assertUnsent("subject@friends.example");
        review.click("#send");
        window.awaitClosed();
        assertThat(received("subject@friends.example")).extracting(Held::subject).containsExactly("PLEASE ANSWER ME TODAY");
    }

    @Test
    void aShoutingTextIsHeld() throws Exception {
        write(List.of("body@friends.example"), "Monday", """
                HELLO ANN,

                I HAVE BEEN WAITING FOR YOUR ANSWER FOR A WHOLE WEEK AND I DO NOT UNDERSTAND WHY NOBODY EVER TELLS ME ANYTHING.

                BEST REGARDS
                """).send();
        reviewOf("shouting-body", "capitals");
        assertUnsent("body@friends.example");
    }

    @Test
    void attachmentsThatAreTooLargeAreHeld() throws Exception {
        write(List.of("large@friends.example"), "The plans", MANNERED);
        window.attach("plans.pdf", 6_000_000);
        window.send();
        reviewOf("large-attachment", "7.8 MB");
        assertUnsent("large@friends.example");
    }

    @Test
    void backToWritingLeavesItUnsentAndTheWindowUsable() throws Exception {
        write(List.of("back@friends.example"), "", MANNERED).send();
        AddonPage review = reviewOf("empty-subject", "subject is empty");
        review.click("#back");
        review.awaitClosed();
        assertUnsent("back@friends.example");
        assertThat(window.isLocked()).isFalse();

        thunderbird.background().run("await messenger.compose.setComposeDetails(arguments[0], { subject: 'Monday' })", window.tab());
        window.send();
        window.awaitClosed();
        assertThat(received("back@friends.example")).extracting(Held::subject).containsExactly("Monday");
    }

    @Test
    void exposedRecipientsAreMovedToBccAndAllGetIt() throws Exception {
        window = ComposeWindow.open(thunderbird, Map.of("to", MANY.subList(0, 3), "cc", MANY.subList(3, 5), "subject", "The party",
                "isPlainText", true, "plainTextBody", MANNERED));
        window.send();
        AddonPage review = reviewOf("exposed-recipients", "5");
        review.click("#fix-exposed-recipients");
        review.text("#clean");
        assertThat(window.details().path("to")).isEmpty();
        assertThat(window.details().path("bcc")).hasSize(5);
        review.click("#send");
        window.awaitClosed();
        for (String recipient : List.of("a@crowd.example", "b@crowd.example", "c@crowd.example", "d@crowd.example", "e@crowd.example")) {
            assertThat(received(recipient)).as(recipient).singleElement()
                    .satisfies(held -> assertThat(held.headers()).doesNotContain("@crowd.example").contains("The party"));
        }
    }

    @Test
    void fourRecipientsAreNotTooMany() throws Exception {
        write(List.of("1@few.example", "2@few.example", "3@few.example", "4@few.example"), "The party", MANNERED).send();
        window.awaitClosed();
        assertThat(received("4@few.example")).hasSize(1);
    }

    @Test
    void severalFindingsAreShownTogether() throws Exception {
        window = ComposeWindow.open(thunderbird, Map.of("to", MANY, "subject", "", "isPlainText", true, "plainTextBody", MANNERED));
        window.send();
        AddonPage review = window.review().awaitOpen();
        review.text("body[data-ready='true'] #findings");
        assertThat(review.run("return [...document.querySelectorAll('.finding')].map(f => f.dataset.code).sort().join()").asText())
                .isEqualTo("empty-subject,exposed-recipients");
    }

    private ComposeWindow write(List<String> to, String subject, String text) throws IOException {
        window = ComposeWindow.open(thunderbird, Map.of("to", to, "subject", subject, "isPlainText", true, "plainTextBody", text));
        return window;
    }

    /** The popup with a single finding, whose sentence holds the words. */
    private AddonPage reviewOf(String code, String words) throws IOException {
        AddonPage review = window.review().awaitOpen();
        review.text("body[data-ready='true'] .finding[data-code='" + code + "'] .because");
        assertThat(review.texts(".finding .because")).singleElement().asString().contains(words);
        return review;
    }

    private void assertUnsent(String recipient) throws Exception {
        assertThat(window.isOpen()).isTrue();
        assertThat(window.isLocked()).isFalse();
        assertThat(stage.server().mailboxOf(recipient).in("INBOX")).isEmpty();
    }

    /** What the server has for somebody, as soon as it has something. */
    private List<Held> received(String recipient) {
        return Await.until("mail for " + recipient, Duration.ofSeconds(10), () -> stage.server().mailboxOf(recipient).in("INBOX"),
                held -> !held.isEmpty());
    }
}
