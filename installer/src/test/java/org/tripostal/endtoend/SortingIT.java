package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripostal.driver.Account;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** New mail goes where routes.csv and the server's spam verdict say, in every account's inbox. */
class SortingIT extends EndToEnd {

    private static final Account AT_WORK = Account.of("m.example@work.example", "Me at work");

    @Override
    List<Account> accounts() {
        return List.of(ME, AT_WORK);
    }

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", """
                from,folder
                ann@example.org,Family
                @club.example,Club/News/Été
                president@club.example,President
                boss@work.example,Boss
                """);
    }

    @Test
    void anAddressGoesToItsFolderWhichIsMade() throws Exception {
        Letter letter = deliver(Letter.from("Ann <ann@example.org>"));
        awaitIn("Family", letter);
        assertThat(because(letter)).contains("ann@example.org", "Family");
    }

    @Test
    void aLetterThatWasWrittenWeeksAgoIsNewsAllTheSame() throws Exception {
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>").with("Date", "Mon, 02 Nov 2026 10:00:00 +0100")));
    }

    @Test
    void upperAndLowerCaseAreAllTheSame() throws Exception {
        awaitIn("Family", deliver(Letter.from("\"Ann, at home\" <ANN@Example.ORG>")));
    }

    @Test
    void aDomainGoesToItsNestedFolderWhichIsMadeAndAnAddressBeatsIt() throws Exception {
        Letter member = deliver(Letter.from("Bob <bob@club.example>"));
        Letter president = deliver(Letter.from("The president <president@club.example>"));
        awaitIn("Club/News/Été", member);
        awaitIn("President", president);
    }

    @Test
    void anUnknownSenderAndASubdomainStay() throws Exception {
        assertStays(deliver(Letter.from("Zoe <zoe@example.net>")));
        assertStays(deliver(Letter.from("Bob <bob@old.club.example>")));
    }

    @Test
    void onlyFromCounts() throws Exception {
        assertStays(deliver(Letter.from("Zoe <zoe@example.net>").with("Reply-To", "ann@example.org").with("Sender", "ann@example.org")));
    }

    @Test
    void ownMailGoesToSelfFromWhicheverAccount() throws Exception {
        Letter mine = deliver(Letter.from("Me Example <ME@example.org>"));
        Letter fromWork = deliver(Letter.from("Me at work <m.example@work.example>"));
        awaitIn("Self", mine);
        awaitIn("Self", fromWork);
        assertThat(because(mine)).contains("you wrote it yourself");
    }

    @Test
    void aMailingListHasItsFolderUnlessTheAuthorHasARoute() throws Exception {
        String list = "Users of this and that <users.lists.example.net>";
        Letter member = deliver(Letter.from("Zoe <zoe@example.net>").with("List-Id", list));
        Letter ann = deliver(Letter.from("Ann <ann@example.org>").with("List-Id", list));
        awaitIn("Lists/users", member);
        awaitIn("Family", ann);
        assertThat(because(member)).contains("mailing list users");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Spam-Flag    | YES
            X-Spam-Status  | Yes, score=9.7 required=5.0 tests=BAYES_99,URIBL_BLACK
            X-Spamd-Result | default: True [15.20 / 15.00]; BAYES_SPAM(5.10)[99.99%]
            """)
    void whatTheServerCallsSpamGoesToJunk(String header, String verdict) throws Exception {
        Letter letter = deliver(Letter.from("Prize <win@lottery.example>").with(header, verdict));
        awaitIn("Junk", letter);
        assertThat(because(letter)).contains(header);
        assertThat(stage.server().mailbox(ME).in("Junk")).filteredOn(held -> held.id().equals(letter.id()))
                .singleElement().satisfies(held -> assertThat(held.keywords()).contains("Junk"));
    }

    @Test
    void spamBeatsARoute() throws Exception {
        awaitIn("Junk", deliver(Letter.from("Ann <ann@example.org>").with("X-Spam-Flag", "YES")));
    }

    @Test
    void aServersWordForAMessageDoesNothing() throws Exception {
        assertStays(deliver(Letter.from("Zoe <zoe@example.net>").with("X-Spam-Flag", "NO").with("X-Spam-Status", "No, score=1.2")));
    }

    @Test
    void everyAccountHasItsOwnFolders() throws Exception {
        Letter atWork = Letter.from("The boss <boss@work.example>");
        Letter atHome = Letter.from("The boss <boss@work.example>");
        stage.deliver(atWork, AT_WORK);
        stage.deliver(atHome, ME);
        stage.awaitMail("the letter for work in the folder of that account", AT_WORK, where -> "Boss".equals(where.get(atWork.id())));
        awaitIn("Boss", atHome);
    }

    @Test
    void aRestartMovesNothingASecondTime() throws Exception {
        Letter letter = deliver(Letter.from("Ann <ann@example.org>"));
        awaitIn("Family", letter);
        Await.until("the user to move it back", Duration.ofSeconds(10), () -> thunderbird.background().run("""
                const [id] = arguments;
                const [message] = (await messenger.messages.query({ headerMessageId: id })).messages;
                if (message?.folder.path !== "/Family") return false;
                const [inbox] = await messenger.folders.query({ accountId: "account1", specialUse: ["inbox"] });
                await messenger.messages.move([message.id], inbox.id);
                return true;
                """, letter.id()).asBoolean());
        awaitIn("INBOX", letter);
        use(stage.restart());
        Letter next = deliver(Letter.from("Ann <ann@example.org>"));
        awaitIn("Family", next);
        assertThat(whereabouts()).as("what the user moved back stays").containsEntry(letter.id(), "INBOX");
    }
}
