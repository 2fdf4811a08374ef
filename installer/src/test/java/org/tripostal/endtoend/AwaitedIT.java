package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Addon;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** What lies in junk and may be awaited is put forward, and rescued with one click; and one can ask what went there, and why. */
class AwaitedIT extends Pictures {

    private static final String MANNERED = "Hello,\n\nis there a room by the lake on Friday?\n\nBest regards\nMe\n";

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\n@club.example,Club\n");
    }

    @BeforeEach
    void theHostRuns() {
        addon.awaitReady();
    }

    @AfterEach
    void closeWhatIsOpen() throws IOException {
        addon.closePopups();
    }

    @Test
    void anAnswerToAMessageOfTheUsersIsPutForwardAndRescuedWithOneClick() throws Exception {
        String sent = write("desk@lake-hotel.example", "A room for Friday");
        Letter answer = junk(Letter.from("Reservations <x17@bookings.example>").with("In-Reply-To", "<" + sent + ">").with("Subject", "Re: A room for Friday"));
        Letter prize = junk(Letter.from("Prize <win@lottery.example>").with("Subject", "You have won"));
        awaitPutForward(answer);
        assertThat(addon.awaited()).doesNotContain(prize.id());
        for (String theme : THEMES) {
            thunderbird.theme(theme);
            keep("status-awaited-" + theme, "mail:3pane", addon.openStatus());
            addon.closePopups();
        }
        AddonPage status = addon.openStatus();
        status.click("#awaited .awaited[data-message-id='" + answer.id() + "'] .rescue");
        awaitIn("INBOX", answer);
        status.text("#rescued");
        Await.until("the learner to be taught", Duration.ofSeconds(20), stage.home()::learned, lines -> lines.contains(answer.id() + " wanted"));
        assertThat(addon.awaited()).doesNotContain(answer.id());
        assertThat(stage.server().mailbox(ME).in("INBOX")).filteredOn(held -> held.id().equals(answer.id()))
                .singleElement().satisfies(held -> assertThat(held.keywords()).doesNotContain("Junk"));
        awaitIn("Club", deliver(Letter.from("Bob <bob@club.example>")));
        awaitIdle();
        assertThat(whereabouts()).as("not judged again").containsEntry(answer.id(), "INBOX");
    }

    @Test
    void fromSomebodyWrittenToLatelyItGoesWhereItsRouteLeads() throws Exception {
        write("bob@club.example", "The regatta");
        Letter letter = junk(Letter.from("Bob <bob@club.example>").with("Subject", "About the boat"));
        awaitPutForward(letter);
        AddonPage status = addon.openStatus();
        status.click("#awaited .awaited[data-message-id='" + letter.id() + "'] .rescue");
        awaitIn("Club", letter);
    }

    @Test
    void whatTheUserCallsJunkIsNotPutForwardAgain() throws Exception {
        write("nora@lind.example", "The flat");
        Letter letter = junk(Letter.from("Nora <nora@lind.example>"));
        awaitPutForward(letter);
        AddonPage status = addon.openStatus();
        status.click("#awaited .awaited[data-message-id='" + letter.id() + "'] .dismiss");
        Await.until("it to be put away", Duration.ofSeconds(10), addon::awaited, ids -> !ids.contains(letter.id()));
        Letter another = junk(Letter.from("Nora <nora@lind.example>"));
        awaitPutForward(another);
        assertThat(addon.awaited()).doesNotContain(letter.id());
        assertThat(whereabouts()).containsEntry(letter.id(), "Junk");
    }

    @Test
    void onDemandItTellsWhatWentToJunkAndWhyAndRescuesIt() throws Exception {
        Letter letter = junk(Letter.from("=?UTF-8?Q?=C3=89lodie_Dubois?= <elodie@dubois.example>").with("Subject", "The lease"));
        addon.openStatus().click("#await-mail");
        AddonPage search = thunderbird.page(Addon.AWAITED).awaitOpen();
        search.text("body[data-ready='true'] #find");
        search.type("#text", "nobody at all");
        search.click("#find");
        search.text("#result");
        assertThat(search.texts("#found .awaited")).isEmpty();
        search.type("#text", "elodie");
        search.click("#find");
        assertThat(search.text("#found .awaited[data-message-id='" + letter.id() + "']")).contains("The lease", "X-Spam-Flag");
        for (String theme : THEMES) {
            thunderbird.theme(theme);
            keep("search-" + theme, "mail:extensionPopup", search);
        }
        search.click("#found .awaited[data-message-id='" + letter.id() + "'] .rescue");
        awaitIn("INBOX", letter);
        Await.until("the learner to be taught", Duration.ofSeconds(20), stage.home()::learned, lines -> lines.contains(letter.id() + " wanted"));
        search.run("setTimeout(() => window.close(), 0)");
    }

    /** Sends a message; gives its Message-ID. */
    private String write(String to, String subject) throws Exception {
        ComposeWindow window = ComposeWindow.open(thunderbird, Map.of("to", List.of(to), "subject", subject, "plainTextBody", MANNERED, "isPlainText", true));
        window.send();
        window.awaitClosed();
        return Await.until("the message among those that were sent", Duration.ofSeconds(20),
                () -> stage.server().mailbox(ME).in("Sent").stream().filter(held -> held.subject().equals(subject)).findFirst(), java.util.Optional::isPresent)
                .orElseThrow().id();
    }

    private Letter junk(Letter letter) throws Exception {
        Letter spam = deliver(letter.with("X-Spam-Flag", "YES"));
        awaitIn("Junk", spam);
        awaitIdle();
        return spam;
    }

    private void awaitPutForward(Letter letter) {
        stage.awaitWhileLooking(letter.id() + " to be put forward", addon::awaited, ids -> ids.contains(letter.id()));
    }
}
