package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** What is wrong is named with its fix, in Thunderbird as on the command line, without private data; trying again needs no restart. */
class DiagnosisIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    @Test
    void aBrokenManifestIsNamedAndMendedWithoutARestart() throws Exception {
        addon.awaitReady();
        Files.writeString(stage.home().manifest(), "{ \"name\": ");
        AddonPage status = addon.openStatus();
        status.click("#diagnose");
        Await.until("the diagnosis of the program", Duration.ofSeconds(20), () -> status.texts("#diagnosis .diagnosis[data-state='error'] .says"),
                says -> says.stream().anyMatch(line -> line.contains("org.tripostal.host.json")));
        assertThat(status.texts("#diagnosis .diagnosis[data-state='error'] .remedy")).anyMatch(remedy -> remedy.contains("tripostal register"));

        thunderbird.host().kill();
        addon.awaitHost("never-started", Duration.ofSeconds(15));
        status.click("#diagnose");
        Await.until("the diagnosis of the add-on", Duration.ofSeconds(20), () -> status.texts("#diagnosis .diagnosis[data-state='error'] .remedy"),
                remedies -> remedies.stream().anyMatch(remedy -> remedy.contains("tripostal doctor")));
        assertThat(stage.home().tripostalFailing("doctor")).contains("is not what Thunderbird needs", "tripostal register");

        stage.home().tripostal("register");
        assertThat(stage.home().tripostal("doctor")).contains("All that is needed works").doesNotContain("ann@example.org", ME.email());
        // It may have found the program by itself meanwhile; then the button is no longer shown, and does no harm.
        status.run("document.querySelector('#try-again').click()");
        addon.awaitReady();
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>")));
        status.click("#diagnose");
        Await.until("a good diagnosis", Duration.ofSeconds(20), () -> !status.texts("#diagnosis .diagnosis[data-state='ok']").isEmpty()
                && status.texts("#diagnosis .diagnosis[data-state='error']").isEmpty());
    }
}
