package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Flags;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Pages;

/** A whole folder: shown first, then done in the same words; paused, cancelled, interrupted at any moment; and each message is on the server exactly once. */
class FolderIT extends EndToEnd {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SORT = "pages/sort.html";

    /** How many messages the long run has; {@code -Dtripostal.folder=10000} for the real thing. */
    private static final int MANY = Integer.getInteger("tripostal.folder", 1_000);

    private Pages pages;

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n@club.example,Club/Été\n");
    }

    @BeforeEach
    void theHostRuns() {
        addon.awaitReady();
        pages = new Pages(thunderbird);
    }

    @AfterEach
    void closeWhatIsOpen() throws IOException {
        reader.closeTabs();
    }

    /** Mail of earlier years: a third from Ann, a third from the club, a third from others. */
    private void fill(String folder, int count) throws Exception {
        List<String> senders = List.of("Ann <ann@example.org>", "Club <news@club.example>", "Zoe <zoe@example.net>");
        thunderbird.background().run("await messenger.folders.create((await messenger.accounts.get('account1')).rootFolder.id, arguments[0])", folder);
        stage.server().mailbox(ME).putAll(folder, IntStream.range(0, count)
                .mapToObj(i -> Letter.from(senders.get(i % 3)).with("Subject", folder + " " + i).bytes(ME.email())).toList(), new Flags(Flags.Flag.SEEN));
        pages.awaitFolder("account1", "/" + folder, count);
    }

    private void awaitState(AddonPage page, String kind, String... states) {
        Await.until("the job to be " + String.join(" or ", states), PATIENCE,
                () -> page.run("return `${document.querySelector('#run').dataset.kind} ${document.querySelector('#run').dataset.state}`").asText(),
                seen -> List.of(states).stream().anyMatch(state -> seen.equals(kind + " " + state)));
    }

    private JsonNode job() throws IOException {
        return thunderbird.background().run("return (await messenger.storage.local.get('folderRuns')).folderRuns[0]");
    }

    private Map<String, Integer> counts() throws Exception {
        return stage.server().mailbox(ME).counts();
    }

    @Test
    void whatIsShownFirstIsWhatIsDoneAndCanBeTakenBack() throws Exception {
        fill("Old", 30);
        int before = counts().getOrDefault("Family", 0);
        pages.chooseInFolderMenu("sort-folder", "account1", "/Old");
        AddonPage page = pages.ready(SORT);
        page.click("#preview");
        awaitState(page, "preview", "done");
        assertThat(page.text("#run-touched")).isEqualTo("Messages that would be touched: 20.");
        assertThat(page.texts("#run-groups summary .did")).containsExactlyInAnyOrder("Would be moved to Family", "Would be moved to Club/Été");
        assertThat(page.text("#run-nothing-moved")).isEqualTo("Nothing has been moved.");
        assertThat(counts()).containsEntry("Old", 30);

        page.click("#run-do");
        awaitState(page, "sort", "done");
        assertThat(page.texts("#run-groups summary .did")).containsExactlyInAnyOrder("Moved to Family", "Moved to Club/Été");
        assertThat(counts()).containsEntry("Old", 10).containsEntry("Family", before + 10);

        page.click("#run-undo");
        Await.until("the run to be taken back", PATIENCE, () -> page.run("return document.getElementById('run-undone').textContent").asText(), "Undone: 20."::equals);
        assertThat(counts()).containsEntry("Old", 30);
        page.run("location.reload()");
        pages.ready(SORT).click("#preview");
        awaitState(pages.ready(SORT), "preview", "done");
        assertThat(page.text("#run-touched")).as("what was taken back is left alone").isEqualTo("Messages that would be touched: 0.");
    }

    @Test
    void aLongRunIsPausedAndGoesOnAfterARestart() throws Exception {
        fill("Years", MANY);
        Map<String, Integer> before = counts();
        AddonPage page = pages.open(SORT + "?account=account1&path=/Years");
        page.click("#sort-now");
        Await.until("the first messages to be sorted", PATIENCE, () -> job().path("looked").asInt() > 0);
        page.click("#run-pause");
        awaitState(page, "sort", "paused", "done");
        int looked = job().path("looked").asInt();
        page.click("#run-resume");
        Await.until("it to go on", PATIENCE, () -> job().path("looked").asInt() > looked || job().path("state").asText().equals("done"));

        use(stage.restart());
        addon.awaitReady();
        pages = new Pages(thunderbird);
        Await.until("the folder to be sorted", Duration.ofMinutes(8), () -> job().path("state").asText(), "done"::equals);
        Map<String, Integer> after = counts();
        assertThat(after.getOrDefault("Years", 0)).isEqualTo(MANY / 3);
        assertThat(after.getOrDefault("Family", 0) + after.getOrDefault("Club/Été", 0) - before.getOrDefault("Family", 0) - before.getOrDefault("Club/Été", 0))
                .isEqualTo(MANY - MANY / 3);
        assertThat(job().path("looked").asInt()).isEqualTo(MANY);
    }

    @Test
    void aFolderThatVanishesIsSaid() throws Exception {
        AddonPage page = pages.open(SORT + "?account=account1&path=/Nowhere");
        assertThat(page.text("#failed")).contains("Nowhere");
    }
}
