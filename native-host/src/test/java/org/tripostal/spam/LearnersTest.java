package org.tripostal.spam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.spam.Learner.Marked;

class LearnersTest {

    @TempDir
    private Path data;

    private Learners learners() {
        return new Learners(data, null, failure -> fail(failure), aside -> fail(aside.toString()));
    }

    private static void teach(Learners learners, String scope, int ofEach) throws LearnerException {
        for (int i = 0; i < ofEach; i++) {
            Marked spam = new Marked(scope + "-spam-" + i, true, List.of());
            Marked wanted = new Marked(scope + "-wanted-" + i, false, List.of());
            learners.teach(scope, scope.equals(Learner.SHARED) ? "" : scope, Map.of(spam.key(), Optional.of(spam), wanted.key(), Optional.of(wanted)));
        }
    }

    @Test
    void anAccountIsJudgedByWhatAllShareUntilItHasLearnedEnoughOfItsOwn() throws Exception {
        try (Learners learners = learners()) {
            teach(learners, Learner.SHARED, Learner.FEWEST);
            teach(learners, "account1", Learner.FEWEST - 1);
            assertThat(learners.judging("account1")).isSameAs(learners.of(Learner.SHARED));
            teach(learners, "account1", Learner.FEWEST);
            assertThat(learners.judging("account1")).isSameAs(learners.of("account1"));
            assertThat(learners.judging("account2")).isSameAs(learners.of(Learner.SHARED));
            assertThat(learners.judging("")).isSameAs(learners.of(Learner.SHARED));
        }
    }

    @Test
    void whatIsTakenBackIsForgottenWhereverItWasLearned() throws Exception {
        try (Learners learners = learners()) {
            Marked one = new Marked("one", true, List.of());
            learners.teach(Learner.SHARED, "account1", Map.of("one", Optional.of(one)));
            learners.teach("account1", "account1", Map.of("two", Optional.of(new Marked("two", false, List.of()))));
            learners.teach("account1", "account1", Map.of("one", Optional.empty(), "two", Optional.empty()));
            assertThat(keys(learners.of(Learner.SHARED))).isEmpty();
            assertThat(keys(learners.of("account1"))).isEmpty();
        }
    }

    @Test
    void allThatLiesThereIsForgottenThatOfOddNamesAndThatWasSetAsideToo() throws Exception {
        try (Learners learners = learners()) {
            teach(learners, Learner.SHARED, 1);
            teach(learners, "../account 1*", 1);
        }
        Path folder = data.resolve("learner");
        Files.writeString(folder.resolve("account7.db.set-aside-1"), "damaged");
        Files.writeString(folder.resolve("100%.db"), "somebody else's");
        assertThat(Learners.kept(data)).containsExactlyInAnyOrder(Learner.SHARED, "../account 1*", "account7");
        try (Learners learners = learners()) {
            learners.forget();
        }
        assertThat(Learners.kept(data)).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".lock"))).as("locks are empty").containsExactly("100%.db");
        }
    }

    private static List<String> keys(Learner learner) throws LearnerException {
        List<String> keys = new ArrayList<>();
        learner.export((key, spam, features) -> keys.add(key));
        return keys;
    }
}
