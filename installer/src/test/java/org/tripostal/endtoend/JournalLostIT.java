package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** The journal is deleted or damaged: said where the user looks, a new one is begun, sorting goes on, and nothing old starts to move. */
class JournalLostIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    @Test
    void aDamagedOneIsSetAside() throws Exception {
        Letter old = sortedAndMovedBack();
        stage.stop();
        Files.writeString(stage.home().journal(), "this is no journal".repeat(1000));
        use(stage.start());
        addon.awaitReady();
        assertSortingGoesOn();
        AddonPage status = addon.openStatus();
        status.text("#problems .problem");
        assertThat(status.texts("#problems .problem")).singleElement().asString().contains("set aside", "journal.db.damaged");
        assertThat(whereabouts()).containsEntry(old.id(), "INBOX");
        assertThat(files()).anyMatch(name -> name.startsWith("journal.db.damaged"));
    }

    @Test
    void aDeletedOneIsBegunAnew() throws Exception {
        Letter old = sortedAndMovedBack();
        for (String file : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
            Files.deleteIfExists(stage.home().journal().resolveSibling(file));
        }
        assertSortingGoesOn();
        use(stage.restart());
        addon.awaitReady();
        assertSortingGoesOn();
        assertThat(whereabouts()).containsEntry(old.id(), "INBOX");
    }

    private Letter sortedAndMovedBack() throws Exception {
        addon.awaitReady();
        Letter letter = deliver(Letter.from("Ann <ann@example.org>"));
        awaitIn("Family", letter);
        awaitIdle();
        reader.move(letter, "account1", "/Family", "/INBOX");
        awaitIn("INBOX", letter);
        assertSortingGoesOn();
        return letter;
    }

    private void assertSortingGoesOn() throws Exception {
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>")));
        awaitIdle();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(stage.home().journal().getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
