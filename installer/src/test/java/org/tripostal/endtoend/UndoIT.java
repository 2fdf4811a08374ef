package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.MailServer;

/** What was done is taken back on the server, for one message or the last run, from Thunderbird or the command line; and then never done again. */
class UndoIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    @BeforeEach
    void theHostRuns() {
        addon.awaitReady();
    }

    @AfterEach
    void closeWhatIsOpen() throws IOException {
        addon.closePopups();
        reader.closeTabs();
    }

    @Test
    void aMessageByWhy() throws Exception {
        Letter letter = sorted();
        AddonPage why = reader.askWhy(letter, "account1", "/Family");
        why.click("#undo");
        awaitIn("INBOX", letter);
        assertThat(why.text("#undone")).contains("Undone");
        assertNeverAgain(letter);
    }

    @Test
    void junkGetsBackItsMarksToo() throws Exception {
        Letter letter = deliver(Letter.from("Ann <ann@example.org>").with("X-Spam-Flag", "YES"));
        awaitIn("Junk", letter);
        awaitIdle();
        undoOnTheCommandLine(letter);
        awaitIn("INBOX", letter);
        awaitIdle();
        assertThat(stage.server().mailbox(ME).in("INBOX")).filteredOn(held -> held.id().equals(letter.id()))
                .singleElement().satisfies(held -> assertThat(held.keywords()).doesNotContain("Junk"));
    }

    @Test
    void theLastRunAndNothingBefore() throws Exception {
        Letter before = sorted();
        List<Letter> together = List.of(Letter.from("Ann <ann@example.org>"), Letter.from("Ann <ann@example.org>").with("X-Spam-Flag", "YES"));
        for (Letter letter : together) {
            stage.server().mailbox(ME).put("INBOX", MailServer.received(letter.bytes(ME.email())), new Flags());
        }
        stage.look();
        awaitIn("Family", together.get(0));
        awaitIn("Junk", together.get(1));
        awaitIdle();
        AddonPage status = addon.openStatus();
        status.click("#undo-last-run");
        assertThat(status.text("#undo-result")).contains("2");
        awaitIn("INBOX", together.get(0));
        awaitIn("INBOX", together.get(1));
        assertThat(whereabouts()).containsEntry(before.id(), "Family");
        assertThat(status.texts("#decisions .decision[data-undo='done'] .undone")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void onTheCommandLineWhileThunderbirdRuns() throws Exception {
        Letter letter = sorted();
        undoOnTheCommandLine(letter);
        awaitIn("INBOX", letter);
        assertNeverAgain(letter);
    }

    @Test
    void onTheCommandLineWhileThunderbirdIsOff() throws Exception {
        Letter letter = sorted();
        stage.stop();
        undoOnTheCommandLine(letter);
        use(stage.start());
        awaitIn("INBOX", letter);
        assertNeverAgain(letter);
    }

    @Test
    void whatTheUserMovedOnIsLeftAlone() throws Exception {
        Letter letter = sorted();
        reader.move(letter, "account1", "/Family", "/Trash");
        awaitIn("Trash", letter);
        AddonPage status = addon.openStatus();
        status.click("#decisions .decision[data-message-id='" + letter.id() + "'] .undo");
        assertThat(status.text("#undo-result")).contains("left alone");
        assertThat(whereabouts()).containsEntry(letter.id(), "Trash");
    }

    private Letter sorted() throws Exception {
        Letter letter = deliver(Letter.from("Ann <ann@example.org>"));
        awaitIn("Family", letter);
        awaitIdle();
        return letter;
    }

    private void undoOnTheCommandLine(Letter letter) throws IOException {
        stage.home().tripostal("journal", "undo", journal(letter).get(0).path("id").asText());
    }

    private void assertNeverAgain(Letter letter) throws Exception {
        awaitIdle();
        sorted();
        use(stage.restart());
        addon.awaitReady();
        sorted();
        assertThat(whereabouts()).containsEntry(letter.id(), "INBOX");
        assertThat(journal(letter)).singleElement().satisfies(entry -> assertThat(entry.path("undo").asText()).isEqualTo("done"));
    }
}
