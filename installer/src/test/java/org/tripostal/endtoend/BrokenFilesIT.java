package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** What is wrong in the user's files is shown with file, line and remedy; what is right is in force. */
class BrokenFilesIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", """
                active: true
                netiquette:
                  exposed-recipients: many
                """);
        home.configure("routes.csv", """
                from,folder
                ann@example.org,Family
                this is no address,Nowhere
                @club.example,Club
                """);
    }

    @Test
    void problemsAreShownAndTheRestWorks() throws Exception {
        addon.awaitReady();
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>")));
        awaitIn("Club", deliver(Letter.from("Bob <bob@club.example>")));

        assertThat(addon.buttonTitle()).contains("could not take over");
        AddonPage status = addon.openStatus();
        status.text("#problems .problem");
        assertThat(status.texts("#problems .problem"))
                .anySatisfy(problem -> assertThat(problem).contains("routes.csv", "3", "this is no address", "Write an address"))
                .anySatisfy(problem -> assertThat(problem).contains("settings.yaml", "3", "exposed-recipients", "Write a whole number"))
                .hasSize(2);
        assertThat(thunderbird.console()).as("the host's standard error").contains("routes.csv", "settings.yaml");

        stage.home().configure("routes.csv", "from,folder\nann@example.org,Family\nzoe@example.net,Zoe\n");
        stage.home().configure("settings.yaml", "active: true\n");
        Await.until("the mended files to be in force", Duration.ofSeconds(15), () -> status.texts("#problems .problem"), List::isEmpty);
        awaitIn("Zoe", deliver(Letter.from("Zoe <zoe@example.net>")));
    }
}
