package org.tripostal.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.Messages;
import org.tripostal.mail.Body;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Mailbox;
import org.tripostal.sign.Signs;

class LearnerTest {

    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    @TempDir
    private Path data;

    @Test
    void whatIsLikeMarkedMailIsWeighedLikeIt() throws Exception {
        try (Learner learner = taught()) {
            assertThat(learner.judge(message("cheap pills from the casino"), ENGLISH).orElseThrow().weight())
                    .isGreaterThan(learner.judge(message("roses in the garden"), ENGLISH).orElseThrow().weight());
        }
    }

    @Test
    void nothingIsSaidBeforeBothKindsAreKnown() throws Exception {
        try (Learner learner = Learner.open(data, Learner.SHARED)) {
            learner.learn(List.of(new Learner.Marked("1", true, message("cheap pills"))));
            assertThat(learner.judge(message("cheap pills"), ENGLISH)).isEmpty();
        }
    }

    @Test
    void whoMarksOnlyJunkIsToldWhatIsMissing() throws Exception {
        try (Learner learner = Learner.open(data, Learner.SHARED)) {
            assertThat(learner.state().needs(ENGLISH)).hasValueSatisfying(says -> assertThat(says).contains("5 messages of each kind", "0 of junk and 0 wanted"));
            learn(learner, true, Learner.FEWEST);
            assertThat(learner.judge(message("cheap pills"), ENGLISH)).isEmpty();
            assertThat(learner.state().needs(ENGLISH)).hasValueSatisfying(says -> assertThat(says).contains("5 wanted messages; it knows 0", "learn --ham"));
            assertThat(learner.state().needs(Messages.in(Locale.FRENCH))).hasValueSatisfying(says -> assertThat(says).contains("5 messages désirés", "learn --ham"));
            learn(learner, false, Learner.FEWEST);
            assertThat(learner.state().needs(ENGLISH)).isEmpty();
            assertThat(learner.judge(message("cheap pills"), ENGLISH)).isPresent();
        }
    }

    @Test
    void fromAThousandMessagesOnAThreadOfItsOwnTrainsAndTheTableBeforeCountsMeanwhile() throws Exception {
        List<Runnable> handedOver = new ArrayList<>();
        List<LearnerException> failures = new ArrayList<>();
        try (Learner learner = Learner.openWithTrainer(data, Learner.SHARED, handedOver::add, failures::add)) {
            learn(learner, true, 500);
            learn(learner, false, 500);
            assertThat(handedOver).as("fewer than a thousand are trained at once").isEmpty();
            double before = learner.judge(message("a regatta on the lake"), ENGLISH).orElseThrow().weight();

            learner.learn(List.of(new Learner.Marked("late", true, message("a regatta on the lake"))));
            learner.learn(List.of(new Learner.Marked("later", true, message("a regatta on the lake again"))));
            assertThat(handedOver).as("two marks, one training").hasSize(1);
            assertThat(learner.state().spam()).isEqualTo(500);
            assertThat(learner.judge(message("a regatta on the lake"), ENGLISH).orElseThrow().weight()).isEqualTo(before);

            Thread trainer = new Thread(handedOver.remove(0), "learner");
            trainer.start();
            trainer.join();
            assertThat(failures).isEmpty();
            assertThat(learner.state().spam()).isEqualTo(502);
            assertThat(learner.judge(message("a regatta on the lake"), ENGLISH).orElseThrow().weight()).isGreaterThan(before);

            learner.unlearn("later");
            assertThat(handedOver).as("the next change is trained too").hasSize(1);
            learner.forget();
            handedOver.remove(0).run();
            assertThat(learner.state().spam()).as("what was forgotten while training was due stays forgotten").isZero();
            assertThat(failures).isEmpty();
        }
    }

    private static void learn(Learner learner, boolean spam, int count) throws LearnerException {
        List<Learner.Marked> marked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marked.add(new Learner.Marked((spam ? "spam-" : "ham-") + i, spam, message((spam ? "cheap pills from the casino " : "roses and tulips in the garden ") + i)));
        }
        learner.learn(marked);
    }

    @Test
    void aMarkThatIsTakenBackLeavesNoTrace() throws Exception {
        try (Learner learner = taught()) {
            double before = learner.judge(message("cheap pills in the garden"), ENGLISH).orElseThrow().weight();
            learner.learn(List.of(new Learner.Marked("late", false, message("cheap pills in the garden"))));
            assertThat(learner.judge(message("cheap pills in the garden"), ENGLISH).orElseThrow().weight()).isNotEqualTo(before);

            assertThat(learner.unlearn("late")).isTrue();
            assertThat(learner.judge(message("cheap pills in the garden"), ENGLISH).orElseThrow().weight()).isEqualTo(before);
            assertThat(learner.unlearn("late")).isFalse();
        }
    }

    @Test
    void theSameMarkTwiceIsOneMark() throws Exception {
        try (Learner learner = taught()) {
            int spam = learner.state().spam();
            assertThat(learner.learn(List.of(new Learner.Marked("spam-1", true, message("cheap pills from the casino 1"))))).isZero();
            assertThat(learner.state().spam()).isEqualTo(spam);
        }
    }

    @Test
    void aTableThatIsCutOffIsMadeAgainFromTheExamples() throws Exception {
        double before;
        try (Learner learner = taught()) {
            before = learner.judge(message("cheap pills"), ENGLISH).orElseThrow().weight();
        }
        Path table = data.resolve("learner/shared.weights");
        Files.write(table, java.util.Arrays.copyOf(Files.readAllBytes(table), 1000));
        try (Learner learner = Learner.open(data, Learner.SHARED)) {
            assertThat(learner.judge(message("cheap pills"), ENGLISH).orElseThrow().weight()).isEqualTo(before);
        }
    }

    @Test
    void examplesThatAreDamagedAreSetAside() throws Exception {
        taught().close();
        Files.delete(data.resolve("learner/shared.weights"));
        Files.writeString(data.resolve("learner/shared.db"), "this is no database at all, whatever its name says");
        try (Learner learner = Learner.open(data, Learner.SHARED)) {
            assertThat(learner.state().setAside()).hasValueSatisfying(aside -> assertThat(aside).exists());
            assertThat(learner.judge(message("cheap pills"), ENGLISH)).isEmpty();
            learner.learn(List.of(new Learner.Marked("1", true, message("cheap pills"))));
            assertThat(learner.state().spam()).isEqualTo(1);
        }
    }

    @Test
    void examplesOfAnotherVersionAreSetAside() throws Exception {
        taught().close();
        Path examples = data.resolve("learner/shared.db");
        Files.delete(data.resolve("learner/shared.weights"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + examples); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + (Examples.VERSION + 1));
        }
        try (Learner learner = Learner.open(data, Learner.SHARED)) {
            assertThat(learner.state().setAside()).hasValueSatisfying(aside -> assertThat(aside).exists());
            assertThat(learner.state().spam()).isZero();
        }
    }

    @Test
    void fewMessagesOfOneKindMakeTheLearnerAskForMore() {
        List<Learner.Prepared> few = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            few.add(Learner.prepare("spam-" + i, true, message("cheap pills from the casino " + i)));
        }
        for (int i = 0; i < 6; i++) {
            few.add(Learner.prepare("ham-" + i, false, message("roses and tulips in the garden " + i)));
        }
        try (Learner learner = Learner.of(few)) {
            assertThat(learner.judge(message("the minutes of our meeting on Tuesday"), ENGLISH).orElseThrow().weight()).isLessThan(6.2);
        }
    }

    @Test
    void aMessageOfAnySizeHasBoundedFeatures() {
        StringBuilder words = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            words.append("word").append(i).append(' ');
            links.append("<a href=\"http://www").append(i).append(".example.com/\">x</a>");
        }
        assertThat(Features.of(message(words.toString().repeat(40)))).hasSizeLessThanOrEqualTo(FeatureSet.MOST);
        List<Object> facts = new ArrayList<>(message(""));
        facts.set(1, new Body("", links.toString(), List.of()));
        assertThat(Features.of(facts)).hasSizeLessThanOrEqualTo(FeatureSet.MOST);
        assertThat(Signs.of(facts)).hasSizeLessThan(100);
    }

    private Learner taught() throws LearnerException {
        Learner learner = Learner.open(data, Learner.SHARED);
        List<Learner.Marked> marked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            marked.add(new Learner.Marked("spam-" + i, true, message("cheap pills from the casino " + i)));
            marked.add(new Learner.Marked("ham-" + i, false, message("roses and tulips in the garden " + i)));
        }
        learner.learn(marked);
        return learner;
    }

    private static List<Object> message(String text) {
        IncomingMessage message = new IncomingMessage(
                "", "", "", new Mailbox("", "ann@example.org"), List.of(), List.of(), text, Instant.EPOCH, 0, false, false, false, List.of(), Set.of(), Set.of(),
                List.of(), "");
        return List.of(message, new Body(text, "", List.of()));
    }
}
