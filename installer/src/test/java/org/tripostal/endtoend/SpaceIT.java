package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.MailServer;
import org.tripostal.driver.Pages;

/** The Tripostal space: what was done today, nothing hidden, found by a word, and taken back by message, rule or run; and forgotten for good. */
class SpaceIT extends EndToEnd {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n@club.example,Club/Été\n");
    }

    @BeforeEach
    void theHostRuns() {
        addon.awaitReady();
    }

    @AfterEach
    void closeWhatIsOpen() throws IOException {
        reader.closeTabs();
    }

    private Letter sorted(String from, String subject, String folder) throws Exception {
        Letter letter = deliver(Letter.from(from).with("Subject", subject));
        awaitIn(folder, letter);
        awaitIdle();
        return letter;
    }

    private static String lineOf(Letter letter) {
        return "#groups .entry[data-message-id='" + letter.id() + "']";
    }

    @Test
    void whatWasFiledUnreadIsListedWithItsReasonUntilItIsRead() throws Exception {
        Letter letter = sorted("Ann <ann@example.org>", "Sunday at the lake", "Family");
        AddonPage space = new Pages(thunderbird).openSpace();
        assertThat(space.text("#unread .entry[data-message-id='" + letter.id() + "'] .why"))
                .isEqualTo("Moved to Family: it comes from ann@example.org, which routes.csv sorts into “Family”");
        assertThat(space.texts("#groups .group[data-key='Family'] .open")).contains("Sunday at the lake");
        reader.mark(reader.number(letter, "account1", "/Family"), new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode().put("read", true));
        space.type("#period", "week");
        Await.until("the letter that was read to leave the list of unread ones", PATIENCE,
                () -> space.texts("#unread .entry[data-message-id='" + letter.id() + "']").isEmpty());
        assertThat(space.texts(lineOf(letter))).hasSize(1);
    }

    @Test
    void aWordWithoutItsAccentsFindsIt() throws Exception {
        Letter regatta = sorted("Bob <bob@club.example>", "=?utf-8?Q?R=C3=A9gate_d'=C3=A9t=C3=A9?=", "Club/Été");
        Letter other = sorted("Ann <ann@example.org>", "Nothing of the kind", "Family");
        AddonPage space = new Pages(thunderbird).openSpace();
        space.text(lineOf(other));
        space.type("#search", "REGATE");
        Await.until("the others to leave", PATIENCE, () -> space.texts(lineOf(other)).isEmpty());
        assertThat(space.texts(lineOf(regatta))).hasSize(1);
        assertThat(space.text("#groups .group[data-key='Club/Été'] h2")).contains("Club/Été");
        space.type("#search", "no such word at all");
        assertThat(space.text("#nothing")).isEqualTo("Nothing was found.");
    }

    @Test
    void aMessageARuleAndARunAreTakenBack() throws Exception {
        Letter one = sorted("Ann <ann@example.org>", "One", "Family");
        AddonPage space = new Pages(thunderbird).openSpace();
        space.click(lineOf(one) + " .undo");
        awaitIn("INBOX", one);
        assertThat(space.text(lineOf(one) + "[data-undo='done'] .end")).isEqualTo("Undone");

        Letter byRule = sorted("Bob <bob@club.example>", "By the rule", "Club/Été");
        Letter stays = sorted("Ann <ann@example.org>", "Stays", "Family");
        space.text(lineOf(stays));
        space.click("#rules .counted[data-what=\"Sort by the sender's domain\"] .undo-all");
        assertThat(space.text("#sure-what")).contains("go back to where they were");
        space.click("#sure-yes");
        awaitIn("INBOX", byRule);
        assertThat(whereabouts()).containsEntry(stays.id(), "Family");

        List<Letter> together = List.of(Letter.from("Ann <ann@example.org>"), Letter.from("Bob <bob@club.example>"));
        for (Letter letter : together) {
            stage.server().mailbox(ME).put("INBOX", MailServer.received(letter.bytes(ME.email())), new Flags());
        }
        stage.look();
        awaitIn("Family", together.get(0));
        awaitIn("Club/Été", together.get(1));
        awaitIdle();
        space.text(lineOf(together.get(1)));
        space.click("#runs .counted:first-child .pick");
        space.click("#chosen .undo-run");
        space.click("#sure-yes");
        awaitIn("INBOX", together.get(0));
        awaitIn("INBOX", together.get(1));
        assertThat(whereabouts()).containsEntry(stays.id(), "Family");
    }

    @Test
    void theChartsSayTheSameAsATable() throws Exception {
        sorted("Ann <ann@example.org>", "For the chart", "Family");
        AddonPage space = new Pages(thunderbird).openSpace();
        space.type("#period", "week");
        space.text("#days-table, #days-section details summary");
        Await.until("bars to be drawn", PATIENCE, () -> space.run("return document.querySelectorAll('#days-chart .ct-bar, #did-chart .ct-bar').length > 0").asBoolean());
        assertThat(space.run("return document.querySelector('#did-table tbody').textContent").asText()).contains("Sort by sender");
    }

    @Test
    void everythingIsForgottenAndOldMailStaysWhereItIs() throws Exception {
        Letter letter = sorted("Ann <ann@example.org>", "A secret to be forgotten", "Family");
        Letter inbox = deliver(Letter.from("Zoe <zoe@example.net>"));
        assertStays(inbox);
        awaitIdle();
        reader.markJunk(inbox, "account1", "/INBOX", true);
        Await.until("the mark to be learned", PATIENCE, stage.home()::learned, learned -> learned.contains(inbox.id() + " spam"));
        AddonPage space = new Pages(thunderbird).openSpace();
        space.text(lineOf(letter));
        assertThat(keeps("secret") && keeps(letter.id())).isTrue();
        space.click("#forget");
        space.click("#sure-yes");
        assertThat(space.text("#nothing")).isEqualTo("Nothing was done in this time.");
        assertThat(stage.home().tripostal("journal", "list", "--json")).doesNotContain("secret");
        assertThat(stage.home().learned()).isEmpty();
        assertThat(keeps("secret")).as("a subject is kept").isFalse();
        assertThat(keeps(letter.id())).as("a Message-ID is kept").isFalse(); // that of what lies in an inbox is: it counts as old mail
        Letter next = sorted("Ann <ann@example.org>", "After that", "Family");
        assertThat(whereabouts()).containsEntry(inbox.id(), "INBOX").containsEntry(letter.id(), "Family").containsEntry(next.id(), "Family");
    }

    /** Whether these words lie anywhere in Tripostal's data folder, byte by byte, or in the add-on's storage. */
    private boolean keeps(String words) throws IOException {
        StringBuilder kept = new StringBuilder(thunderbird.background().run("return JSON.stringify(await messenger.storage.local.get())").asText());
        try (Stream<Path> files = Files.walk(stage.home().journal().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".so")).toList()) {
                kept.append('\n').append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return kept.indexOf(words) >= 0;
    }
}
