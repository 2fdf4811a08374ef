package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Account;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** Mail that is fetched by POP3 into folders on this computer: of the account's own, or the Local Folders. What Thunderbird holds is asserted. */
class PopIT extends EndToEnd {

    private static final Account OWN = Account.of("me@example.org", "Me Example").by(Account.Kind.POP3);
    private static final Account LOCAL = Account.of("old@example.net", "Me of old").by(Account.Kind.POP3_INTO_LOCAL_FOLDERS);
    private static final String OWN_FOLDERS = "account1";
    private static final String LOCAL_FOLDERS = "account3";

    @Override
    List<Account> accounts() {
        return List.of(OWN, LOCAL);
    }

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family/Été\n");
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
    void mailIsSortedIntoTheAccountsFolders() throws Exception {
        Letter route = fetched(Letter.from("Ann <ann@example.org>"), OWN);
        Letter spam = fetched(Letter.from("Prize <win@lottery.example>").with("X-Spam-Flag", "YES"), OWN);
        Letter stays = fetched(Letter.from("Zoe <zoe@example.net>"), OWN);
        awaitIn("/Family/Été", OWN_FOLDERS, route);
        awaitIn("/Junk", OWN_FOLDERS, spam);
        stage.awaitWhileLooking("the third to be judged", stage.home()::judged, judged -> judged.contains(stays.id()));
        awaitIn("/Inbox", OWN_FOLDERS, stays);
    }

    @Test
    void mailIsSortedInTheLocalFolders() throws Exception {
        Letter route = fetched(Letter.from("Ann <ann@example.org>"), LOCAL);
        Letter list = fetched(Letter.from("Zoe <zoe@example.net>").with("List-Id", "<users.lists.example.net>"), LOCAL);
        awaitIn("/Family/Été", LOCAL_FOLDERS, route);
        awaitIn("/Lists/users", LOCAL_FOLDERS, list);
    }

    @Test
    void whatIsUndoneStaysAlsoAfterARestart() throws Exception {
        Letter letter = fetched(Letter.from("Ann <ann@example.org>"), OWN);
        awaitIn("/Family/Été", OWN_FOLDERS, letter);
        awaitIdle();
        reader.askWhy(letter, OWN_FOLDERS, "/Family/Été").click("#undo");
        awaitIn("/Inbox", OWN_FOLDERS, letter);
        use(stage.restart());
        addon.awaitReady();
        awaitIn("/Family/Été", OWN_FOLDERS, fetched(Letter.from("Ann <ann@example.org>"), OWN));
        awaitIdle();
        awaitIn("/Inbox", OWN_FOLDERS, letter);
    }

    private Letter fetched(Letter letter, Account account) throws Exception {
        stage.deliver(letter, account);
        return letter;
    }

    private void awaitIn(String path, String account, Letter letter) {
        stage.awaitWhileLooking(letter.id() + " in " + account + path, () -> reader.in(account, path), ids -> ids.contains(letter.id()));
    }
}
