package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Mailbox.Held;

/** What is to leave later is checked like the rest and stays for later; a draft holds what the user wrote and nothing of Tripostal's. */
class LaterIT extends EndToEnd {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private ComposeWindow window;

    @AfterEach
    void closeWindow() throws IOException {
        if (window.isOpen()) {
            window.discard();
        }
    }

    @Test
    void sendLaterStaysSendLater() throws Exception {
        write("later@friends.example", "");
        window.sendLater();
        AddonPage review = window.review().awaitOpen();
        assertThat(review.text("body[data-ready='true'] #send")).containsIgnoringCase("later");
        assertThat(outbox()).isEmpty();
        review.click("#send");
        window.awaitClosed();
        Await.until("the message to be in the outbox", PATIENCE, this::outbox, List.of("(no subject)")::equals);
        assertThat(stage.server().mailboxOf("later@friends.example").in("INBOX")).isEmpty();
    }

    @Test
    void aDraftHoldsNoTraceAtAnyMoment() throws Exception {
        write("draft@friends.example", "");
        assertDraft("");

        window.send();
        AddonPage review = window.review().awaitOpen();
        review.text("body[data-ready='true'] .finding");
        assertDraft("");

        review.click("#fix-empty-subject");
        review.text("#clean");
        assertDraft("Shall we meet on Monday");

        review.click("#back");
        review.awaitClosed();
        window.write(Map.of("subject", "Monday"));
        assertDraft("Monday");
    }

    private void write(String to, String subject) throws IOException {
        window = ComposeWindow.open(thunderbird, Map.of("to", List.of(to), "subject", subject, "isPlainText", false,
                "body", "<html><body><p>Hello Ann,</p><p>shall we meet on Monday at the station?</p><p>Best regards</p></body></html>"));
    }

    /** Saves it; the server holds it once, as it was written. */
    private void assertDraft(String subject) throws Exception {
        List<Long> before = stage.server().mailbox(ME).numbers("Drafts");
        window.save();
        Await.until("the draft “" + subject + "” to be saved", PATIENCE, () -> stage.server().mailbox(ME).numbers("Drafts"),
                now -> now.size() == 1 && !now.equals(before));
        Held draft = stage.server().mailbox(ME).in("Drafts").get(0);
        assertThat(draft.subject()).isEqualTo(subject);
        assertThat(draft.text()).contains("<p>Hello Ann,</p>").doesNotContainIgnoringCase("tripostal").doesNotContain("moz-extension", "data-", "id=");
        assertThat(draft.headers()).doesNotContainIgnoringCase("tripostal");
        Await.until("the window to be usable again", PATIENCE, () -> !window.isLocked());
    }

    private List<String> outbox() throws IOException {
        List<String> subjects = new ArrayList<>();
        thunderbird.background().run("""
                const [outbox] = await messenger.folders.query({ specialUse: ["outbox"] });
                return outbox ? (await messenger.messages.query({ folderId: outbox.id })).messages.map(message => message.subject) : [];
                """).forEach(subject -> subjects.add(subject.asText()));
        return subjects;
    }
}
