package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Home;

/** What is set in Thunderbird is in the files that people edit by hand, their comments kept, and the other way round; and it counts at once. */
class SettingsPageIT extends EndToEnd {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private AddonPage page;

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", """
                # My own words.
                active: true   # since November
                netiquette:
                  exposed-recipients: 5   # we are many
                """);
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n\"bob@example.org\",\"Friends, old\"\n");
    }

    @BeforeAll
    void openPage() throws IOException {
        addon.awaitReady();
        page = addon.openSettings();
    }

    @Test
    void sortingIsSwitchedOffAndOn() {
        page.click("#active");
        awaitFile("settings.yaml", "active: false   # since November", "# My own words.");
        Await.until("the page to show that it is off", PATIENCE, () -> page.run(
                "const { host } = await messenger.storage.session.get('host'); return !host.active && !document.querySelector('#active').checked").asBoolean());
        page.click("#active");
        awaitFile("settings.yaml", "active: true   # since November", "# we are many");
    }

    @Test
    void aRuleIsSwitchedOffAndOn() throws Exception {
        page.click("li.rule[data-rule='A message has a subject'] input");
        awaitFile("settings.yaml", "A message has a subject", "# My own words.");
        ComposeWindow window = ComposeWindow.open(thunderbird, letter(List.of("off@settings.example"), "SHOUTING WITHOUT ANY REASON"));
        window.send();
        window.review().text("body[data-ready='true'] .finding[data-code='shouting-subject']");
        window.discard();
        page.click("li.rule[data-rule='A subject does not shout'] input");
        awaitFile("settings.yaml", "A subject does not shout");
        ComposeWindow again = ComposeWindow.open(thunderbird, letter(List.of("off@settings.example"), "SHOUTING WITHOUT ANY REASON"));
        again.send();
        again.awaitClosed();

        page.click("li.rule[data-rule='A subject does not shout'] input");
        Await.until("the rule to run again", PATIENCE, () -> page.run(
                "return document.querySelector(`li.rule[data-rule='A subject does not shout'] input`).checked").asBoolean());
    }

    @Test
    void aThresholdIsChanged() throws Exception {
        page.type("#setting-netiquette-exposed-recipients", "3");
        awaitFile("settings.yaml", "exposed-recipients: 3   # we are many", "# My own words.");
        ComposeWindow window = ComposeWindow.open(thunderbird, letter(List.of("1@three.example", "2@three.example", "3@three.example"), "Monday"));
        window.send();
        window.review().text("body[data-ready='true'] .finding[data-code='exposed-recipients']");
        window.discard();
    }

    @Test
    void aFindingMayBecomeATip() throws Exception {
        page.type("#severity-empty-subject", "tip");
        awaitFile("settings.yaml", "empty-subject: tip");
    }

    @Test
    void aProvidersLimitIsAddedAndTheOwnOrganisationAllowed() throws Exception {
        page.type("#provider-domain", "@Club.example");
        page.type("#provider-size", "2.5");
        page.click("#provider-form button");
        awaitFile("settings.yaml", "club.example: 2.5 MB", "# My own words.");
        Await.until("the limit on the page", PATIENCE, () -> page.run("return document.getElementById('setting-providers-club-example')?.value ?? ''").asText(), "2.5"::equals);
        page.click("#setting-netiquette-allow-same-organisation");
        awaitFile("settings.yaml", "allow-same-organisation: true", "# we are many");
    }

    @Test
    void routesAreAddedChangedAndRemoved() throws Exception {
        page.type("#route-from", "zoe@example.net");
        page.type("#route-folder", "Zoe/Été");
        page.click("#route-save");
        awaitFile("routes.csv", "zoe@example.net,Zoe/Été", "ann@example.org,Family", "\"bob@example.org\",\"Friends, old\"");
        awaitIn("Zoe/Été", deliver(org.tripostal.driver.Letter.from("Zoe <zoe@example.net>")));

        page.type("tr.route[data-from='zoe@example.net'] input.folder", "Zoe");
        awaitFile("routes.csv", "zoe@example.net,Zoe\n");
        page.click("tr.route[data-from='zoe@example.net'] .remove");
        Await.until("the route to be gone", PATIENCE, () -> !file("routes.csv").contains("zoe@example.net"));
        assertThat(file("routes.csv")).contains("ann@example.org,Family", "\"bob@example.org\",\"Friends, old\"");
    }

    @Test
    void whatCannotBeTakenIsSaid() throws Exception {
        String before = file("routes.csv");
        page.type("#route-from", "no address at all");
        page.type("#route-folder", "Nowhere");
        page.click("#route-save");
        assertThat(page.text("#failed")).contains("no address at all");
        assertThat(file("routes.csv")).isEqualTo(before);
    }

    @Test
    void whatIsEditedByHandIsSeenAtOnce() throws Exception {
        stage.home().configure("routes.csv", file("routes.csv") + "eve@example.net,Eve\n");
        Await.until("the new route on the page", PATIENCE, () -> page.run("return !!document.querySelector(`tr.route[data-from='eve@example.net']`)").asBoolean());
        stage.home().configure("settings.yaml", file("settings.yaml") + "folders:\n  self: Mine\n");
        Await.until("the new folder on the page", PATIENCE, () -> page.run("return document.querySelector('#setting-folders-self').value").asText(), "Mine"::equals);
        awaitIn("Mine", deliver(org.tripostal.driver.Letter.from("Me Example <me@example.org>")));
    }

    private static Map<String, ?> letter(List<String> to, String subject) {
        return Map.of("to", to, "subject", subject, "isPlainText", true, "plainTextBody", "See you there on Monday");
    }

    private void awaitFile(String name, String... texts) {
        Await.until(name + " to hold " + List.of(texts), PATIENCE, () -> file(name), text -> List.of(texts).stream().allMatch(text::contains));
    }

    private String file(String name) throws IOException {
        return Files.readString(stage.home().config().resolve(name));
    }
}
