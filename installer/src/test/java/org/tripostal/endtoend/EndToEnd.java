package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tripostal.driver.Account;
import org.tripostal.driver.Addon;
import org.tripostal.driver.Await;
import org.tripostal.driver.Display;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Reader;
import org.tripostal.driver.Stage;
import org.tripostal.driver.Thunderbird;

/**
 * A real Thunderbird with add-on and host, installed as a user's are, against a mail server; started once for all tests of a class.
 * What the server holds afterwards is asserted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Evidence.class)
abstract class EndToEnd {

    static final Account ME = Account.of("me@example.org", "Me Example");

    Stage stage;
    Thunderbird thunderbird;
    Addon addon;
    Reader reader;

    /** Sets up the user's computer before Thunderbird starts; usually the program is registered. */
    void arrange(Home home) throws IOException {
        home.tripostal("register");
    }

    List<Account> accounts() {
        return List.of(ME);
    }

    String language() {
        return "en-US";
    }

    Path addonFile() throws IOException {
        return Path.of(property("tripostal.addon"));
    }

    @BeforeAll
    void open() throws IOException {
        assertThat(Thunderbird.isInstalled()).as("Thunderbird is installed (./test installs it)").isTrue();
        Path folder = folder();
        stage = new Stage(folder, Path.of(property("tripostal.image")), addonFile(), accounts(), language(),
                Display.virtual(folder.resolveSibling(folder.getFileName() + "-display")));
        try {
            arrange(stage.home());
            use(stage.start());
        } catch (IOException | RuntimeException | Error e) {
            stage.close();
            throw e;
        }
    }

    @AfterAll
    void close() throws IOException {
        if (stage != null) {
            stage.close();
            assertThat(stage.processes()).as("processes left behind").isEmpty();
        }
    }

    void use(Thunderbird started) {
        thunderbird = started;
        addon = new Addon(started);
        reader = new Reader(started);
    }

    Path folder() {
        return Path.of(property("tripostal.work")).resolve(getClass().getSimpleName());
    }

    static String property(String name) {
        String value = System.getProperty(name);
        assertThat(value).as("system property " + name + " (set by mvn verify)").isNotNull();
        return value;
    }

    /** A letter for me, just delivered. */
    Letter deliver(Letter letter) throws Exception {
        stage.deliver(letter, ME);
        return letter;
    }

    /** Waits until a letter of mine lies in the folder, and nowhere else. */
    void awaitIn(String folder, Letter letter) {
        stage.awaitMail(letter.id() + " in " + folder, ME, where -> folder.equals(where.get(letter.id())));
    }

    /** Waits until a letter has been judged, and asserts that it was left in the inbox. */
    void assertStays(Letter letter) throws Exception {
        stage.awaitWhileLooking(letter.id() + " to be judged", stage.home()::judged, judged -> judged.contains(letter.id()));
        assertThat(whereabouts()).containsEntry(letter.id(), "INBOX");
    }

    Map<String, String> whereabouts() throws Exception {
        return stage.server().mailbox(ME).whereabouts();
    }

    /** Waits until nothing is left to be judged or to be told to the journal. */
    void awaitIdle() {
        Await.until("everything to be judged and written down", Duration.ofSeconds(20), addon::isIdle);
    }

    /** What the journal says of a letter, the newest first. */
    List<JsonNode> journal(Letter letter) throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        for (String line : stage.home().tripostal("journal", "list", "--json").lines().toList()) {
            JsonNode entry = new ObjectMapper().readTree(line);
            if (entry.path("headerMessageId").asText().equals(letter.id())) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The sentence that was given for what was done with a letter. */
    String because(Letter letter) {
        JsonNode decision = addon.decision(letter);
        return decision.at("/actions/0/because").asText();
    }
}
