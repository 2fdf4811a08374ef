package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Mailbox.Held;
import org.tripostal.driver.OddHost.Oddity;

/**
 * Whatever the host does, sending goes on: each message leaves or is asked about, once, no window stays locked, and what was not checked is told. How many sends with
 * each: {@code -Dtripostal.faults.sends}; how many of them at the same time, where none is to be asked about: {@code -Dtripostal.faults.atonce}.
 */
class SendFaultsIT extends EndToEnd {

    private static final int SENDS = Integer.getInteger("tripostal.faults.sends", 2);
    private static final int AT_ONCE = Integer.getInteger("tripostal.faults.atonce", 1);
    private static final String TEXT = "Hello Ann,\n\nshall we meet on Monday at the station?\n\nBest regards\nMe\n";

    /** Longer than the add-on keeps a sender waiting, and than Thunderbird takes to send. */
    private static final Duration LEAVES = Duration.ofSeconds(20);

    private HostSwap swap;

    @BeforeEach
    void theHostRuns() throws IOException {
        addon.awaitReady();
        addon.forgetUnchecked();
        swap = new HostSwap(stage, addon);
    }

    @AfterEach
    void theHostIsItselfAgain() throws IOException {
        swap.back();
    }

    @Test
    void theHostIsMissing() throws Exception {
        swap.byNothing();
        sendAll("missing", "host missing", AT_ONCE);
    }

    @Test
    void theHostHangs() throws Exception {
        swap.by(Oddity.HANGS);
        sendAll("hanging", "host hanging", AT_ONCE);
    }

    @Test
    void theHostCrashes() throws Exception {
        swap.by(Oddity.CRASHES);
        sendAll("crashing", "host crashing", AT_ONCE);
    }

    @Test
    void theHostAnswersGarbage() throws Exception {
        swap.by(Oddity.ANSWERS_GARBAGE);
        sendAll("garbage", "host answering garbage", AT_ONCE);
    }

    @Test
    void theHostAnswersLate() throws Exception {
        swap.by(Oddity.ANSWERS_LATE);
        sendAll("late", "host answering late", AT_ONCE);
    }

    @Test
    void theHostAnswersTwice() throws Exception {
        swap.by(Oddity.ANSWERS_TWICE);
        sendAll("twice", "host answering twice", 1);
        assertThat(addon.unchecked()).as("all were checked").isEmpty();
    }

    /** Sends a letter that may go and one that is to be asked about, in turn. */
    private void sendAll(String name, String fault, int atOnce) throws Exception {
        String recipient = name + "@faults.example";
        List<String> subjects = new ArrayList<>();
        int asked = 0;
        long began = System.nanoTime();
        try {
            for (int i = 0; i < SENDS; i += atOnce) {
                List<Writing> together = new ArrayList<>();
                for (int at = i; at < Math.min(SENDS, i + atOnce); at++) {
                    boolean shouts = at % 2 == 0;
                    String subject = (shouts ? "PLEASE ANSWER ME TODAY " : "Monday ") + at;
                    subjects.add(subject);
                    together.add(new Writing(write(recipient, subject), subject, shouts));
                }
                for (Writing one : together) {
                    one.window().send();
                }
                for (Writing one : together) {
                    asked += awaitSent(one.window(), one.subject(), one.shouts());
                }
            }
            List<Held> held = Await.until("all to be there", LEAVES, () -> stage.server().mailboxOf(recipient).in("INBOX"), all -> all.size() >= SENDS);
            assertThat(held).extracting(Held::subject).as("each left once").containsExactlyInAnyOrderElementsOf(subjects);
        } finally {
            report(fault, recipient, subjects, asked, began);
        }
    }

    private record Writing(ComposeWindow window, String subject, boolean shouts) { }

    private ComposeWindow write(String recipient, String subject) throws IOException {
        return ComposeWindow.open(thunderbird, Map.of("to", List.of(recipient), "subject", subject, "isPlainText", true, "plainTextBody", TEXT));
    }

    /** Waits until it has left, and answers the question where there is one; 1 where there was, 0 where not. */
    private int awaitSent(ComposeWindow window, String subject, boolean shouts) throws Exception {
        AddonPage review = window.review();
        Await.until("“" + subject + "” to leave or to be asked about", LEAVES, () -> !window.isOpen() || review.isOpen());
        boolean asked = window.isOpen();
        if (asked) {
            review.text("body[data-ready='true'] .finding .because");
            assertThat(window.isLocked()).as("locked while it is asked about").isFalse();
            assertThat(shouts).as("nothing to ask about: " + subject).isTrue();
            review.click("#send");
            window.awaitClosed();
        } else if (shouts) {
            Await.until("it to be told that “" + subject + "” was not checked", Duration.ofSeconds(5), () -> addon.unchecked().stream().anyMatch(entry -> entry.startsWith(subject + ": ")));
        }
        return asked ? 1 : 0;
    }

    private void report(String fault, String recipient, List<String> subjects, int asked, long began) throws Exception {
        List<String> held = stage.server().mailboxOf(recipient).in("INBOX").stream().map(Held::subject).toList();
        long lost = subjects.stream().filter(subject -> !held.contains(subject)).count();
        Flood.write("| %s | %d sends, %d asked about | %d | %d | %d s |%n".formatted(fault, subjects.size(), asked, lost, held.size() - held.stream().distinct().count(),
                (System.nanoTime() - began) / 1_000_000_000));
    }
}
