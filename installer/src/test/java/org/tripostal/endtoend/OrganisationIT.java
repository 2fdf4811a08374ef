package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** Rules that an organisation gives to all who use a computer: they come first, are marked as its own, cannot be switched off, and count only where users cannot change them. */
class OrganisationIT extends Pictures {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RULE = """
            package of.office
            import org.tripostal.mail.IncomingMessage
            import org.tripostal.action.FileInto
            rule "Circulars"
            when
                IncomingMessage(subject matches "(?i).*circular.*")
            then
                insert(new FileInto("Office"));
            end
            """;

    private Path given;

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\nrules:\n  Circulars: off\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
        given = Files.createTempDirectory("organisation");
        Files.createDirectories(given.resolve("rules/office"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        save(RULE, "rw-r--r--");
        home.organisation(given);
    }

    private void save(String rule, String rights) throws IOException {
        Path aside = Files.writeString(given.resolve("rule"), rule);
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString(rights));
        Files.move(aside, given.resolve("rules/office/circulars.drl"), StandardCopyOption.REPLACE_EXISTING);
    }

    @AfterEach
    void closeWhatIsOpen() throws IOException {
        addon.closePopups();
        reader.closeTabs();
    }

    @Test
    void itsRulesComeFirstAreMarkedAndCannotBeSwitchedOffNorChangedByUsers() throws Exception {
        // Only root can give rules to all: whoever else runs the tests would be a user who may change them.
        assumeThat(Files.getAttribute(given, "unix:uid")).isEqualTo(0);
        addon.awaitReady();
        awaitForcedBy("Office");
        Letter letter = deliver(Letter.from("Ann <ann@example.org>").with("Subject", "Circular 12"));
        awaitIn("Office", letter);
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>").with("Subject", "Sunday")));

        AddonPage why = reader.askWhy(letter, "account1", "/Office");
        assertThat(why.text("#actions .action[data-rule='Circulars'] .did")).isEqualTo("Moved to Office");
        assertThat(why.text("main")).contains("organisation");
        assertThat(why.texts("#lost .loser .because")).anySatisfy(because -> assertThat(because).contains("ann@example.org"));
        addon.closePopups();
        reader.closeTabs();

        AddonPage settings = addon.openSettings();
        String pack = "fieldset.pack[data-pack='organisation/office']";
        assertThat(settings.text(pack)).contains("Decided by your organisation", "cannot be switched off");
        assertThat(settings.run("return [...document.querySelectorAll(`${arguments[0]} input[type=checkbox]`)].every(box => box.checked && box.disabled)", pack).asBoolean()).isTrue();
        settings.run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", pack);
        keep("organisation", "mail:3pane", settings);
        assertThat(settings.texts("#problems .problem")).anySatisfy(problem -> assertThat(problem).contains("settings.yaml", "Circulars"));

        save(RULE.replace("Office", "Elsewhere"), "rw-rw-rw-");
        Await.until("the file that users could change to be named", PATIENCE, () -> settings.texts("#problems .problem"),
                problems -> problems.stream().anyMatch(problem -> problem.contains("circulars.drl")));
        awaitForcedBy("Family");
        assertThat(whereabouts()).doesNotContainValue("Elsewhere");
    }

    /** Letters come until one is filed there: what was saved is in force some moments later. */
    private void awaitForcedBy(String folder) {
        Await.until("a circular to be filed into " + folder, PATIENCE, () -> {
            Letter letter = deliver(Letter.from("Ann <ann@example.org>").with("Subject", "Circular 1"));
            stage.awaitWhileLooking("it to be judged", stage.home()::judged, judged -> judged.contains(letter.id()));
            return whereabouts().get(letter.id());
        }, folder::equals);
    }
}
