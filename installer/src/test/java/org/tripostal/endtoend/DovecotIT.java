package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Account;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** The main paths on a server that people really use, and beside it an account on another one. */
class DovecotIT extends EndToEnd {

    private static final Account HERE = Account.of("me@example.org", "Me Example").by(Account.Kind.DOVECOT);
    private static final Account AT_WORK = Account.of("m.example@work.example", "Me at work");

    @Override
    List<Account> accounts() {
        return List.of(HERE, AT_WORK);
    }

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n@club.example,Club/News/Été\n");
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
    void mailIsSortedIntoFoldersThatAreMade() throws Exception {
        Letter route = deliverHere(Letter.from("Ann <ann@example.org>"));
        Letter nested = deliverHere(Letter.from("Bob <bob@club.example>"));
        Letter list = deliverHere(Letter.from("Zoe <zoe@example.net>").with("List-Id", "Users <users.lists.example.net>"));
        Letter mine = deliverHere(Letter.from("Me <me@example.org>"));
        awaitHere("Family", route);
        awaitHere("Club/News/Été", nested);
        awaitHere("Lists/users", list);
        awaitHere("Self", mine);
    }

    @Test
    void spamGoesToTheFolderThatTheServerHasForIt() throws Exception {
        Letter letter = deliverHere(Letter.from("Prize <win@lottery.example>").with("X-Spam-Flag", "YES"));
        awaitHere("Spam", letter);
        assertThat(stage.server().mailbox(HERE).folders()).doesNotContain("Junk");
        assertThat(stage.server().mailbox(HERE).in("Spam")).filteredOn(held -> held.id().equals(letter.id()))
                .singleElement().satisfies(held -> assertThat(held.keywords()).contains("Junk"));
    }

    @Test
    void mailThatWasReadElsewhereAndASecondCopyAreSortedToo() throws Exception {
        Letter read = Letter.from("Ann <ann@example.org>");
        stage.deliverMarked(read, HERE, new Flags(Flags.Flag.SEEN));
        awaitHere("Family", read);
        deliverHere(read);
        awaitHere("Family + Family", read);
    }

    @Test
    void bothAccountsAtOnceEachWithItsOwnFolders() throws Exception {
        Letter here = Letter.from("Ann <ann@example.org>");
        Letter atWork = Letter.from("Ann <ann@example.org>");
        stage.deliver(here, HERE);
        stage.deliver(atWork, AT_WORK);
        awaitHere("Family", here);
        stage.awaitMail("the letter for work", AT_WORK, where -> "Family".equals(where.get(atWork.id())));
    }

    @Test
    void whatIsUndoneAndWhatIsMovedBackStaysAfterARestart() throws Exception {
        Letter undone = deliverHere(Letter.from("Ann <ann@example.org>"));
        awaitHere("Family", undone);
        Letter movedBack = deliverHere(Letter.from("Ann <ann@example.org>"));
        awaitHere("Family", movedBack);
        awaitIdle();
        reader.askWhy(undone, "account1", "/Family").click("#undo");
        awaitHere("INBOX", undone);
        stage.server().mailbox(HERE).move(movedBack.id(), "Family", "INBOX");
        reader.number(movedBack, "account1", "/INBOX");
        awaitIdle();
        use(stage.restart());
        addon.awaitReady();
        Letter next = deliverHere(Letter.from("Ann <ann@example.org>"));
        awaitHere("Family", next);
        awaitIdle();
        assertThat(stage.server().mailbox(HERE).whereabouts()).containsEntry(undone.id(), "INBOX").containsEntry(movedBack.id(), "INBOX");
    }

    @Test
    void whatWasFiledIntoAFolderWithAccentsIsFoundAgainAndTakenBack() throws Exception {
        Letter letter = deliverHere(Letter.from("Bob <bob@club.example>"));
        awaitHere("Club/News/Été", letter);
        awaitIdle();
        stage.home().tripostal("journal", "undo", journal(letter).get(0).path("id").asText());
        awaitHere("INBOX", letter);
    }

    @Test
    void mailThatCameWhileThunderbirdWasOff() throws Exception {
        stage.stop();
        Letter letter = Letter.from("Ann <ann@example.org>");
        stage.server().deliver(letter.bytes(HERE.email()), HERE);
        use(stage.start());
        awaitHere("Family", letter);
    }

    private Letter deliverHere(Letter letter) throws Exception {
        stage.deliver(letter, HERE);
        return letter;
    }

    private void awaitHere(String folder, Letter letter) {
        stage.awaitMail(letter.id() + " in " + folder, HERE, where -> folder.equals(where.get(letter.id())));
    }
}
