package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Pages;

/** What the user does by hand again and again becomes a suggestion with its evidence, never a deed; lists of routes from elsewhere are shown before they are taken in. */
class SuggestionsIT extends EndToEnd {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nknown@example.org,Friends\n");
    }

    @BeforeEach
    void theHostRuns() {
        addon.awaitReady();
    }

    @AfterEach
    void closeWhatIsOpen() throws IOException {
        reader.closeTabs();
    }

    private List<Letter> movedByHand(String from, int times) throws Exception {
        awaitIn("Friends", deliver(Letter.from("Known <known@example.org>")));
        List<Letter> letters = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            Letter letter = deliver(Letter.from(from).with("Subject", "Number " + i));
            assertStays(letter);
            awaitIdle();
            reader.move(letter, "account1", "/INBOX", "/Friends");
            awaitIn("Friends", letter);
            letters.add(letter);
        }
        return letters;
    }

    @Test
    void threeMovesByHandAreASuggestionThatIsTakenAfterAPreview() throws Exception {
        movedByHand("Bob <bob@hand.example>", 3);
        Letter waiting = deliver(Letter.from("Bob <bob@hand.example>").with("Subject", "Number 4"));
        assertStays(waiting);
        awaitIdle();
        AddonPage space = new Pages(thunderbird).openSpace();
        String suggestion = "#suggestions .suggestion[data-from='bob@hand.example']";
        assertThat(space.text(suggestion + " strong")).isEqualTo("Always put mail from bob@hand.example into Friends?");
        assertThat(space.run("return document.querySelector(arguments[0]).textContent", suggestion + " .evidence").asText()).contains("Number 1", "Number 2", "Number 3");
        assertThat(whereabouts()).containsEntry(waiting.id(), "INBOX");
        space.click(suggestion + " .look");
        AddonPage always = new Pages(thunderbird).ready("pages/always.html");
        assertThat(always.text("#run-do")).isEqualTo("Do it (1)");
        always.click("#run-do");
        awaitIn("Friends", waiting);
        awaitIn("Friends", deliver(Letter.from("Bob <bob@hand.example>")));
    }

    @Test
    void whatIsDismissedNeverComesBack() throws Exception {
        movedByHand("Eve <eve@hand.example>", 3);
        AddonPage space = new Pages(thunderbird).openSpace();
        String suggestion = "#suggestions .suggestion[data-from='eve@hand.example']";
        space.text(suggestion);
        space.click(suggestion + " .dismiss");
        Await.until("the suggestion to go", PATIENCE, () -> space.texts(suggestion).isEmpty());
        movedByHand("Eve <eve@hand.example>", 1);
        reader.closeTabs();
        AddonPage again = new Pages(thunderbird).openSpace();
        again.text("#groups .group");
        assertThat(again.texts(suggestion)).isEmpty();
    }

    /** The file dialog is the system's; the file goes in as it would from there. */
    private void take(AddonPage page, String button, String name, String text) throws IOException {
        page.run("document.getElementById('file').click = () => {}");
        page.click(button);
        page.run("""
                const files = new DataTransfer();
                files.items.add(new File([arguments[1]], arguments[0]));
                const field = document.getElementById("file");
                field.files = files.files;
                field.dispatchEvent(new Event("change", { bubbles: true }));
                """, name, text);
    }

    @Test
    void aListIsShownBeforeItIsTakenInAndThunderbirdsFiltersToo() throws Exception {
        AddonPage page = new Pages(thunderbird).open("pages/routes.html");
        take(page, "#import", "wrong.csv", "name,phone,mail\nAnn,123,ann@example.org\n");
        assertThat(page.text("#report-none")).isEqualTo("There is nothing in it to take in.");
        take(page, "#import", "list.csv", "from;folder\nnew@list.example;New/Été\nknown@example.org;Family\nnobody;X\n");
        page.text("#report-take");
        assertThat(page.text("#report-counts")).isEqualTo("New: 1. Changed: 1. As before: 0. Cannot be taken: 1.");
        assertThat(routes()).doesNotContain("list.example");
        page.click("#report-take");
        Await.until("the list to be taken in", PATIENCE, this::routes, text -> text.contains("new@list.example,New/Été") && text.contains("known@example.org,Family"));

        take(page, "#import-filters", "msgFilterRules.dat", """
                version="9"
                logging="no"
                name="From the town"
                enabled="yes"
                type="17"
                action="Move to folder"
                actionValue="imap://me%40example.org@imap.example.org/Town"
                condition="OR (from,ends with,@town.example)"
                name="Bills"
                enabled="yes"
                type="17"
                action="Move to folder"
                actionValue="imap://me%40example.org@imap.example.org/Bills"
                condition="AND (subject,contains,bill)"
                """);
        Await.until("the filters to be shown", PATIENCE, () -> page.run("return document.getElementById('report-problems').textContent").asText(), text -> text.contains("Bills"));
        page.click("#report-take");
        Await.until("the filters to be taken in", PATIENCE, this::routes, text -> text.contains("@town.example,Town"));
        awaitIn("Town", deliver(Letter.from("Mayor <mayor@town.example>")));
        page.type("#route-search", "town.example");
        Await.until("the route to be found", PATIENCE, () -> page.texts("#route-rows .from"), List.of("@town.example")::equals);
    }

    private String routes() throws IOException {
        Path file = stage.home().config().resolve("routes.csv");
        return Files.readString(file);
    }
}
