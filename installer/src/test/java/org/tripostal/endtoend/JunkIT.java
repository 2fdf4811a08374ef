package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.spam.Learner;

/** What the user says of junk is learned, and unlearned when it is taken back; what Tripostal or Thunderbird's own filter says is not. */
class JunkIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    /** Thunderbird's own filter learns from the same marks: what it holds for junk by itself cannot be marked so by the user any more. */
    @BeforeEach
    void theHostRunsAndThunderbirdsFilterKnowsNothing() throws IOException {
        addon.awaitReady();
        thunderbird.run("MailServices.junk.resetTrainingData()");
    }

    @Test
    void aMarkIsLearnedAndUnlearnedWhenItIsTakenBack() throws Exception {
        Letter letter = staying();
        reader.markJunk(letter, "account1", "/INBOX", true);
        awaitLearned(letter, "spam");
        String folder = whereabouts().get(letter.id());
        reader.markJunk(letter, "account1", "/" + folder, false);
        awaitUnlearned(letter);
    }

    @Test
    void aMoveIntoTheJunkFolderIsLearnedAndUnlearnedByTheMoveOut() throws Exception {
        junkByTripostal();
        Letter letter = staying();
        reader.move(letter, "account1", "/INBOX", "/Junk");
        awaitLearned(letter, "spam");
        reader.move(letter, "account1", "/Junk", "/INBOX");
        awaitUnlearned(letter);
        assertSortingGoesOn();
        assertThat(whereabouts()).containsEntry(letter.id(), "INBOX");
    }

    @Test
    void aMarkWithWhichThunderbirdItselfMovesTheMessageIsLearned() throws Exception {
        junkByTripostal();
        thunderbird.run("Services.prefs.setBoolPref('mail.spam.manualMark', true)");
        try {
            Letter letter = staying();
            reader.markJunk(letter, "account1", "/INBOX", true);
            awaitIn("Junk", letter);
            awaitLearned(letter, "spam");
            awaitIdle();
            reader.markJunk(letter, "account1", "/Junk", false);
            awaitUnlearned(letter);
            assertSortingGoesOn();
        } finally {
            thunderbird.run("Services.prefs.clearUserPref('mail.spam.manualMark')");
        }
    }

    @Test
    void whereEachAccountLearnsForItselfAMarkTeachesThatAccountAlone() throws Exception {
        chooseTheOtherLearner("account");
        try {
            Letter letter = staying();
            reader.markJunk(letter, "account1", "/INBOX", true);
            awaitLearned("the account to learn it", "account1", lines -> lines.contains(letter.id() + " spam"));
            assertThat(stage.home().learned()).noneMatch(line -> line.startsWith(letter.id()));
            reader.markJunk(letter, "account1", "/" + whereabouts().get(letter.id()), false);
            awaitLearned("the account to unlearn it", "account1", List::isEmpty);
            awaitIdle();
        } finally {
            chooseTheOtherLearner("shared");
        }
    }

    private void chooseTheOtherLearner(String chosen) throws IOException {
        addon.openSettings().click("#setting-spam-learner");
        Await.until("the settings to say " + chosen, Duration.ofSeconds(20), () -> Files.readAllLines(stage.home().config().resolve("settings.yaml")), lines -> lines.contains("  learner: " + chosen));
        reader.closeTabs();
    }

    @Test
    void whatTripostalDoesIsNotLearnedAndWhatTheUserTakesOutOfJunkIsWanted() throws Exception {
        Letter letter = junkByTripostal();
        assertSortingGoesOn();
        assertThat(stage.home().learned()).noneMatch(line -> line.startsWith(letter.id()));
        reader.move(letter, "account1", "/Junk", "/INBOX");
        awaitLearned(letter, "wanted");
        assertSortingGoesOn();
        assertThat(whereabouts()).containsEntry(letter.id(), "INBOX");
    }

    @Test
    void whatTripostalTakesBackIsNotLearned() throws Exception {
        Letter letter = junkByTripostal();
        stage.home().tripostal("journal", "undo", journal(letter).get(0).path("id").asText());
        awaitIn("INBOX", letter);
        assertSortingGoesOn();
        assertThat(stage.home().learned()).noneMatch(line -> line.startsWith(letter.id()));
    }

    @Test
    void whatIsThrownAwayFromJunkSaysNothing() throws Exception {
        Letter letter = junkByTripostal();
        reader.move(letter, "account1", "/Junk", "/Trash");
        awaitIn("Trash", letter);
        assertSortingGoesOn();
        assertThat(stage.home().learned()).noneMatch(line -> line.startsWith(letter.id()));
    }

    @Test
    void aMarkThatIsSetWhileTheProgramIsAwayIsLearnedLater() throws Exception {
        Letter letter = staying();
        thunderbird.host().freeze();
        try {
            reader.markJunk(letter, "account1", "/INBOX", true);
            Await.until("the mark to be written down", Duration.ofSeconds(10), () -> !addon.isIdle());
        } finally {
            thunderbird.host().kill();
        }
        awaitLearned(letter, "spam");
    }

    private Letter staying() throws Exception {
        Letter letter = deliver(Letter.from("Zoe <zoe@example.net>"));
        assertStays(letter);
        awaitIdle();
        return letter;
    }

    private Letter junkByTripostal() throws Exception {
        Letter letter = deliver(Letter.from("Prize <win@lottery.example>").with("X-Spam-Flag", "YES"));
        awaitIn("Junk", letter);
        awaitIdle();
        return letter;
    }

    /** By the time that the second is sorted, whatever the first look gave rise to is over. */
    private void assertSortingGoesOn() throws Exception {
        for (int n = 0; n < 2; n++) {
            awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>")));
            awaitIdle();
        }
    }

    private void awaitLearned(Letter letter, String as) {
        awaitLearned(letter.id() + " to be learned as " + as, lines -> lines.contains(letter.id() + " " + as));
    }

    private void awaitUnlearned(Letter letter) {
        awaitLearned(letter.id() + " to be unlearned", lines -> lines.stream().noneMatch(line -> line.startsWith(letter.id())));
        awaitIdle();
    }

    private void awaitLearned(String what, Predicate<List<String>> good) {
        awaitLearned(what, Learner.SHARED, good);
    }

    private void awaitLearned(String what, String scope, Predicate<List<String>> good) {
        Await.until(what, Duration.ofSeconds(40), () -> stage.home().learned(scope), good);
    }
}
