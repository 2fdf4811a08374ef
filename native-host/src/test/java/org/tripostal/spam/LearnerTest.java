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
        assertThat(Features.of(message(words.toString().repeat(40)))).hasSizeLessThanOrEqualTo(Features.MOST);
        List<Object> facts = new ArrayList<>(message(""));
        facts.set(1, new Body("", links.toString(), List.of()));
        assertThat(Features.of(facts)).hasSizeLessThanOrEqualTo(Features.MOST);
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
