package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Pages;

/** "Always put mail from … into …", from a message: shown first; then the route is in the file, what lies there is moved, and what comes follows. */
class AlwaysIT extends EndToEnd {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
    }

    @BeforeEach
    void theHostRuns() {
        addon.awaitReady();
    }

    @AfterEach
    void closeWhatIsOpen() throws IOException {
        reader.closeTabs();
    }

    private Letter stays(Letter letter) throws Exception {
        deliver(letter);
        assertStays(letter);
        awaitIdle();
        return letter;
    }

    private AddonPage ask(Letter letter) throws IOException {
        return new Pages(thunderbird).open("pages/always.html?message=" + reader.number(letter, "account1", "/INBOX"));
    }

    private void shownAndDone(AddonPage page, int messages) {
        page.click("#preview");
        assertThat(page.text("#run-do")).isEqualTo("Do it (" + messages + ")");
        page.click("#run-do");
        Await.until("it to be done", PATIENCE, () -> page.run("return `${document.querySelector('#run').dataset.kind} ${document.querySelector('#run').dataset.state}`").asText(),
                "sort done"::equals);
    }

    private String routes() throws IOException {
        return Files.readString(stage.home().config().resolve("routes.csv"));
    }

    @Test
    void mailFromADomain() throws Exception {
        Letter one = stays(Letter.from("Ann <ann@always.example>"));
        Letter two = stays(Letter.from("Bob <bob@always.example>"));
        Letter other = stays(Letter.from("Eve <eve@elsewhere.example>"));
        AddonPage page = ask(one);
        page.click("#whose input[value='@always.example']");
        page.type("#folder", "Friends/Été");
        shownAndDone(page, 2);
        awaitIn("Friends/Été", one);
        awaitIn("Friends/Été", two);
        assertThat(whereabouts()).containsEntry(other.id(), "INBOX");
        assertThat(routes()).contains("@always.example,Friends/Été");
        awaitIn("Friends/Été", deliver(Letter.from("Zoe <zoe@always.example>")));
    }

    @Test
    void mailOfAListAndOfNoOtherListOfTheSameName() throws Exception {
        Letter one = Letter.from("Ann <ann@one.example>").with("List-Id", "Users <users.lists.one.example>");
        deliver(one);
        awaitIn("Lists/users", one);
        awaitIdle();
        AddonPage page = new Pages(thunderbird).open("pages/always.html?message=" + reader.number(one, "account1", "/Lists/users"));
        page.click("#whose input[value='<users.lists.one.example>']");
        page.type("#folder", "Reading");
        shownAndDone(page, 1);
        awaitIn("Reading", one);
        awaitIn("Reading", deliver(Letter.from("Bob <bob@two.example>").with("List-Id", "<users.lists.one.example>")));
        awaitIn("Lists/users", deliver(Letter.from("Bob <bob@two.example>").with("List-Id", "<users.lists.two.example>")));
    }

    @Test
    void whatCannotBeAFolderIsSaidAndNothingIsWritten() throws Exception {
        Letter one = stays(Letter.from("Ann <ann@nothing.example>"));
        AddonPage page = ask(one);
        page.type("#folder", "///");
        page.click("#save");
        assertThat(page.text("#failed")).contains("ann@nothing.example");
        assertThat(Files.notExists(stage.home().config().resolve("routes.csv")) || !routes().contains("nothing.example")).isTrue();
    }
}
