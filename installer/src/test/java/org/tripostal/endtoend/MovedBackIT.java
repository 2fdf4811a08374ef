package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** What the user puts back into the inbox stays there, whichever program it was done with, and for good. */
class MovedBackIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    @Test
    void inThunderbird() throws Exception {
        Letter letter = sorted();
        reader.move(letter, "account1", "/Family", "/INBOX");
        assertStaysNowAndAfterARestart(letter);
    }

    @Test
    void byAnotherMailProgram() throws Exception {
        Letter letter = sorted();
        stage.server().mailbox(ME).move(letter.id(), "Family", "INBOX");
        stage.look();
        reader.number(letter, "account1", "/INBOX");
        assertStaysNowAndAfterARestart(letter);
    }

    @Test
    void byAnotherMailProgramWhileThunderbirdIsOff() throws Exception {
        Letter letter = sorted();
        stage.stop();
        stage.server().mailbox(ME).move(letter.id(), "Family", "INBOX");
        use(stage.start());
        stage.look();
        reader.number(letter, "account1", "/INBOX");
        assertStaysNowAndAfterARestart(letter);
    }

    @Test
    void whatTheUserFiledElsewhereStaysThere() throws Exception {
        Letter letter = sorted();
        Letter other = Letter.from("Zoe <zoe@example.net>");
        assertStays(deliver(other));
        reader.move(other, "account1", "/INBOX", "/Family");
        reader.move(letter, "account1", "/Family", "/Trash");
        assertSortingGoesOn();
        assertThat(whereabouts()).containsEntry(other.id(), "Family").containsEntry(letter.id(), "Trash");
    }

    private Letter sorted() throws Exception {
        addon.awaitReady();
        Letter letter = deliver(Letter.from("Ann <ann@example.org>"));
        awaitIn("Family", letter);
        awaitIdle();
        return letter;
    }

    private void assertStaysNowAndAfterARestart(Letter letter) throws Exception {
        assertSortingGoesOn();
        assertThat(whereabouts()).containsEntry(letter.id(), "INBOX");
        use(stage.restart());
        addon.awaitReady();
        assertSortingGoesOn();
        assertThat(whereabouts()).as("after a restart").containsEntry(letter.id(), "INBOX");
        assertThat(journal(letter)).hasSize(1);
    }

    /** Two letters, one after the other: by the second, the look into the inbox that the first gave rise to is over. */
    private void assertSortingGoesOn() throws Exception {
        for (int n = 0; n < 2; n++) {
            Letter read = Letter.from("Ann <ann@example.org>");
            stage.deliverMarked(read, ME, new jakarta.mail.Flags(jakarta.mail.Flags.Flag.SEEN));
            awaitIn("Family", read);
        }
        awaitIdle();
    }
}
