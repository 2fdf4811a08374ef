package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Pages;

/** The first minutes after the installation: the page comes by itself; a preview of the user's own inbox comes before the switch. */
class WelcomeIT extends EndToEnd {

    @Test
    void thePageComesByItselfAndTheSwitchComesAfterThePreview() throws Exception {
        AddonPage page = new Pages(thunderbird).ready("pages/welcome.html");
        assertThat(page.text("#found[data-kind='ready'] #state")).contains("found each other");
        Letter old = deliver(Letter.from("Me <me@example.org>"));
        assertStays(old);
        awaitIdle();
        assertThat(page.run("return document.getElementById('switch-on').disabled").asBoolean()).isTrue();
        page.click("#preview");
        assertThat(page.text("#run[data-state='done'] #run-touched")).isEqualTo("Messages that would be touched: 1.");
        assertThat(whereabouts()).containsEntry(old.id(), "INBOX");
        page.click("#switch-on");
        Await.until("the page to say so", Duration.ofSeconds(10), () -> page.run("return document.getElementById('on').textContent").asText(), "Sorting is switched on."::equals);
        awaitIn("Self", deliver(Letter.from("Me <me@example.org>")));
        assertThat(whereabouts()).containsEntry(old.id(), "INBOX");
        Await.until("settings.yaml to say so", Duration.ofSeconds(10),
                () -> java.nio.file.Files.readString(stage.home().config().resolve("settings.yaml")), text -> text.contains("active: true"));

        reader.closeTabs();
        use(stage.restart());
        addon.awaitReady();
        assertThat(thunderbird.page("pages/welcome.html").isOpen()).as("the page, a second time").isFalse();
    }
}
