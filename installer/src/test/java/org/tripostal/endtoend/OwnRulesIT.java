package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.HostProcess;
import org.tripostal.driver.Letter;

/** Rules of the user's own in a real Thunderbird: saved and in force, broken and shown, without end and set aside. */
class OwnRulesIT extends EndToEnd {

    private static final String OTHER = "package other%d\nimport org.tripostal.mail.IncomingMessage\nimport org.tripostal.action.FileInto\nrule \"Other %d\"\nwhen\n"
            + "  IncomingMessage(subject matches \"(?i).*other%d.*\")\nthen\n  insert(new FileInto(\"Other\"));\nend\n";

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        Files.createDirectories(home.config().resolve("rules"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(home.config().resolve("rules/other" + i + ".drl"), OTHER.formatted(i, i, i));
        }
    }

    private void save(String text) throws IOException {
        Path aside = Files.writeString(stage.home().folder().resolve("tmp/rule"), text);
        Files.move(aside, stage.home().config().resolve("rules/bills.drl"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String rule(String condition, String consequence) {
        return "package my.rules\nimport org.tripostal.mail.*\nimport org.tripostal.action.*\nrule \"Bills\"\nwhen\n  IncomingMessage(" + condition + ")\nthen\n  " + consequence
                + "\nend\n";
    }

    @Test
    void aSavedRuleIsInForceABrokenOneIsShownAndOneWithoutEndIsSetAside() throws Exception {
        addon.awaitReady();
        awaitIn("Other", deliver(Letter.from("Ann <ann@example.org>").with("Subject", "about other7")));

        AddonPage status = addon.openStatus();
        save(rule("from == \"ann@example.org\"", "insert(new FileInto(\"Bills\"));"));
        awaitInForce();

        long saved = System.nanoTime();
        save(rule("sender == \"ann@example.org\"", "insert(new FileInto(\"Bills\"));"));
        Await.until("the error to be shown", Duration.ofSeconds(30), () -> status.texts("#problems .problem"), shown -> shown.size() == 1);
        System.out.println("An error was shown " + Duration.ofNanos(System.nanoTime() - saved).toMillis() + " ms after the file was saved, with 20 other files.");
        assertThat(status.texts("#problems .problem").get(0)).contains("bills.drl", "6", "“sender” is not a field of IncomingMessage.", "Did you mean from?");
        awaitIn("Bills", deliver(Letter.from("Ann <ann@example.org>").with("Subject", "another bill")));

        save(rule("from == \"ann@example.org\"", "while (true) { }"));
        Await.until("the mended file to be in force", Duration.ofSeconds(30), () -> status.texts("#problems .problem"), List::isEmpty);
        HostProcess before = thunderbird.host();
        long delivered = System.nanoTime();
        awaitIn("Other", deliver(Letter.from("Ann <ann@example.org>").with("Subject", "about other8")));
        System.out.println("A message over which a rule came to no end was judged by the others after " + Duration.ofNanos(System.nanoTime() - delivered).toMillis() + " ms.");
        assertThat(thunderbird.host().pid()).isNotEqualTo(before.pid());
        Await.until("the rule to be named", Duration.ofSeconds(30), () -> status.texts("#problems .problem"), shown -> shown.size() == 1);
        assertThat(status.texts("#problems .problem").get(0)).contains("bills.drl", "“Bills” did not come to an end");

        save(rule("from == \"ann@example.org\"", "insert(new FileInto(\"Bills\"));"));
        Await.until("the rule to be tried again", Duration.ofSeconds(30), () -> status.texts("#problems .problem"), List::isEmpty);
        awaitInForce();
    }

    /** Until it is in force, mail goes on being judged by the rules of before: letters come until one is filed by it. */
    private void awaitInForce() {
        long saved = System.nanoTime();
        Await.until("a letter to be filed by the rule that was saved", Duration.ofSeconds(60), () -> {
            Letter letter = deliver(Letter.from("Ann <ann@example.org>").with("Subject", "a bill"));
            stage.awaitWhileLooking("it to be judged", stage.home()::judged, judged -> judged.contains(letter.id()));
            return whereabouts().get(letter.id());
        }, "Bills"::equals);
        System.out.println("A letter was filed by the rule at most " + Duration.ofNanos(System.nanoTime() - saved).toMillis() + " ms after it was saved, with 20 other files.");
    }
}
