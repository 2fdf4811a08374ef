package org.tripostal.demo;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Screenshot;
import org.tripostal.driver.Stage;

/** Messages are written and Send is pressed; it is told what left and what was held, with the reasons. */
final class OutgoingScene {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stage stage;
    private final Teller teller;
    private final Path picture;
    private AddonPage shown;
    private int left;
    private int held;

    /** @param picture where the picture of the last review goes */
    OutgoingScene(Stage stage, Teller teller, Path picture) {
        this.stage = stage;
        this.teller = teller;
        this.picture = picture;
    }

    int left() {
        return left;
    }

    int held() {
        return held;
    }

    void play() throws IOException, MessagingException {
        teller.chapter("outgoing");
        for (Outgoing message : Outgoing.all()) {
            send(message);
        }
    }

    private void send(Outgoing message) throws IOException, MessagingException {
        if (shown != null) {
            shown.click("#back");   // One popup at a time; its window stays, unsent.
            shown.awaitClosed();
        }
        ComposeWindow window = ComposeWindow.open(stage.thunderbird(), message.details());
        window.send();
        AddonPage review = window.review();
        boolean wasHeld = Await.until("the message to leave or to be held", PATIENCE,
                () -> review.isOpen() ? "held" : window.isOpen() ? "open" : "left", state -> !state.equals("open")).equals("held");
        List<String> codes = wasHeld ? tellFindings(message, review) : tellLeft(message);
        if (!codes.equals(message.findings())) {
            teller.wrong("outgoing.wrong", message.findings());
        }
    }

    private List<String> tellLeft(Outgoing message) throws MessagingException {
        left++;
        tell(message, "outgoing.left", List.of());
        return arrived(message) ? List.of() : List.of("nowhere");
    }

    private List<String> tellFindings(Outgoing message, AddonPage review) throws IOException, MessagingException {
        held++;
        shown = review;
        review.text("body[data-ready='true'] .because");
        tell(message, "outgoing.held", review.texts(".finding .because"));
        Files.write(picture, Screenshot.of(stage.thunderbird(), "msgcompose"));
        List<String> codes = new ArrayList<>();
        review.run("return [...document.querySelectorAll('.finding')].map(finding => finding.dataset.code).sort()")
                .forEach(code -> codes.add(code.asText()));
        return arrived(message) ? List.of("left all the same") : codes;
    }

    private void tell(Outgoing message, String outcome, List<String> reasons) {
        teller.event(left + held, message.to().get(0), message.subject().isEmpty() ? teller.words().of("outgoing.noSubject") : message.subject(),
                teller.words().of(outcome), String.join(" ", reasons));
    }

    /** Whether the server has handed the message on to its first recipient. */
    private boolean arrived(Outgoing message) throws MessagingException {
        String recipient = message.to().get(0).replaceAll(".*<|>.*", "");
        return !stage.server().mailboxOf(recipient).in("INBOX").isEmpty();
    }
}
