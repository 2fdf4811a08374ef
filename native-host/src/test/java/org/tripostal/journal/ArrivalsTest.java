package org.tripostal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each message that comes is judged, once; what the user moved back stays. */
class ArrivalsTest {

    private static final String ACCOUNT = "account1";

    @TempDir
    Path folder;

    private Journal journal;
    private Arrivals arrivals;

    @BeforeEach
    void open() throws JournalException {
        journal = Journal.open(folder.resolve("journal.db"));
        arrivals = new Arrivals(journal);
    }

    @AfterEach
    void close() throws JournalException {
        journal.close();
    }

    /** A copy that only its Message-ID tells: {@code "a"}; or one that its delivery tells too: {@code "a/list"}. */
    private static Copy copy(String name) {
        String[] parts = name.split("/");
        return new Copy(parts[0], parts.length > 1 ? parts[1] : Copy.UNKNOWN_DELIVERY);
    }

    /** All that the inbox holds, by Message-ID. Gives the names of those that were never judged, then of those that must be asked about again. */
    private List<String> look(String... inbox) throws JournalException {
        return told(arrivals.among(ACCOUNT, Arrays.stream(inbox).map(ArrivalsTest::copy).map(Present::undated).toList(), true, Optional.empty(), Optional.empty()), inbox);
    }

    /** Some copies, with their deliveries. */
    private List<String> ask(String... copies) throws JournalException {
        return told(arrivals.among(ACCOUNT, Arrays.stream(copies).map(ArrivalsTest::copy).map(Present::undated).toList(), false, Optional.empty(), Optional.empty()), copies);
    }

    private static List<String> told(Arrivals.Found found, String... names) {
        List<String> unknown = found.unknown().stream().map(place -> names[place]).toList();
        List<String> ambiguous = found.ambiguous().stream().map(place -> names[place] + "?").toList();
        return IntStream.range(0, unknown.size() + ambiguous.size()).mapToObj(i -> i < unknown.size() ? unknown.get(i) : ambiguous.get(i - unknown.size())).toList();
    }

    private void stayed(String copy) throws JournalException {
        journal.copies().add(ACCOUNT, Map.of(copy(copy), 1));
    }

    private void movedAway(String copy) throws JournalException {
        journal.copies().add(ACCOUNT, Map.of(copy(copy), 0));
    }

    private void userMovedOut(String copy) throws JournalException {
        journal.copies().add(ACCOUNT, Map.of(copy(copy), -1));
    }

    @Test
    void whatWasThereBeforeTripostalIsLeftAlone() throws JournalException {
        assertThat(look("a", "b", "b")).isEmpty();
        assertThat(look("a", "b", "b")).isEmpty();
        assertThat(look("a", "b", "b", "c")).containsExactly("c");
    }

    @Test
    void anInboxThatIsEmptyForAMomentMakesNoOldMailNew() throws JournalException {
        look("a", "b", "b");
        stayed("c/direct");
        assertThat(look("b")).isEmpty();
        assertThat(look()).isEmpty();
        assertThat(look("a", "b", "b")).isEmpty();
        assertThat(look("a", "b", "b", "c")).containsExactly("c?");
        assertThat(ask("c/direct")).isEmpty();
    }

    @Test
    void ofAnAccountWithAnEmptyInboxTheFirstMailIsJudged() throws JournalException {
        assertThat(look()).isEmpty();
        assertThat(look("a")).containsExactly("a");
    }

    @Test
    void aSingleMessageThatComesBeforeTheFirstWholeLookIsJudgedAndWhatLiesBelowItLeftAlone() throws JournalException {
        assertThat(ask("new/direct")).containsExactly("new/direct");
        stayed("new/direct");
        assertThat(look("old", "new")).isEmpty();
        assertThat(look("old", "new")).isEmpty();
        assertThat(look("old", "new", "new")).containsExactly("new?", "new?");
    }

    @Test
    void oneAccountIsNotAnother() throws JournalException {
        look("a");
        assertThat(arrivals.among("account2", Stream.of("a", "b").map(ArrivalsTest::copy).map(Present::undated).toList(), true, Optional.empty(), Optional.empty()).unknown()).isEmpty();
        assertThat(arrivals.among("account2", Stream.of("a", "b", "c").map(ArrivalsTest::copy).map(Present::undated).toList(), true, Optional.empty(), Optional.empty()).unknown()).containsExactly(2);
        assertThat(look("a", "b")).containsExactly("b");
    }

    @Test
    void whatIsNotYetJudgedIsToldAtEachLookUntilItIs() throws JournalException {
        look();
        assertThat(look("a")).containsExactly("a");
        assertThat(look("a")).containsExactly("a");
        stayed("a/direct");
        assertThat(look("a")).isEmpty();
    }

    @Test
    void aSecondCopyByAListIsFoundBesideTheFirst() throws JournalException {
        look();
        stayed("a/direct");
        assertThat(look("a", "a")).containsExactly("a?", "a?");
        assertThat(ask("a/direct", "a/list")).containsExactly("a/list");
        movedAway("a/list");
        assertThat(look("a")).isEmpty();
    }

    @Test
    void aSecondCopyIsFoundWhenOnlyItIsReported() throws JournalException {
        look();
        stayed("a/direct");
        assertThat(ask("a/list")).containsExactly("a/list");
        assertThat(ask("a/direct")).isEmpty();
    }

    @Test
    void aSecondCopyIsFoundAfterTheFirstWasMovedAway() throws JournalException {
        look();
        movedAway("a/direct");
        assertThat(look("a")).containsExactly("a?");
        assertThat(ask("a/list")).containsExactly("a/list");
    }

    @Test
    void whatTheUserMovedBackInThunderbirdStays() throws JournalException {
        look();
        movedAway("a/direct");
        stayed("a/direct");
        assertThat(look("a")).isEmpty();
    }

    @Test
    void whatTheUserMovedBackElsewhereStays() throws JournalException {
        look();
        movedAway("a/direct");
        assertThat(look("a")).containsExactly("a?");
        assertThat(ask("a/direct")).isEmpty();
        assertThat(look("a")).isEmpty();
    }

    @Test
    void aCopyThatComesAfterTheFirstWasArchivedIsFound() throws JournalException {
        look();
        stayed("a/direct");
        userMovedOut("a/direct");
        assertThat(look("a")).containsExactly("a?");
        assertThat(ask("a/list")).containsExactly("a/list");
    }

    @Test
    void aCopyThatComesAfterTheFirstWasArchivedElsewhereIsFound() throws JournalException {
        look();
        stayed("a/direct");
        look();
        assertThat(look("a")).containsExactly("a?");
        assertThat(ask("a/list")).containsExactly("a/list");
        assertThat(ask("a/direct")).isEmpty();
    }

    @Test
    void ofTwoThatRestedOneLeftAndAThirdCame() throws JournalException {
        look();
        stayed("a/direct");
        stayed("a/list");
        assertThat(look("a", "a")).isEmpty();
        assertThat(look("a")).isEmpty();
        assertThat(look("a", "a")).containsExactly("a?", "a?");
        assertThat(ask("a/list", "a/other")).containsExactly("a/other");
        assertThat(ask("a/direct", "a/other")).containsExactly("a/other");
    }

    @Test
    void threeCopiesAtOnceAreThreeMessages() throws JournalException {
        look();
        assertThat(look("a", "a", "a")).containsExactly("a", "a", "a");
        stayed("a/1");
        stayed("a/2");
        assertThat(look("a", "a", "a")).containsExactly("a?", "a?", "a?");
        assertThat(ask("a/1", "a/2", "a/3")).containsExactly("a/3");
        movedAway("a/3");
        assertThat(look("a", "a")).isEmpty();
    }

    @Test
    void copiesThatNothingTellsApartAreCounted() throws JournalException {
        look();
        stayed("a/none");
        assertThat(look("a", "a")).containsExactly("a?", "a?");
        assertThat(ask("a/none", "a/none")).containsExactly("a/none");
        stayed("a/none");
        assertThat(look("a", "a")).isEmpty();
        assertThat(look("a")).isEmpty();
        assertThat(look("a", "a")).containsExactly("a?", "a?");
    }

    @Test
    void ofCopiesFromBeforeTripostalNobodyKnowsTheDeliveryAndTheFirstCountsAsKnown() throws JournalException {
        look("a");
        assertThat(look("a", "a")).containsExactly("a?", "a?");
        assertThat(ask("a/1", "a/2")).containsExactly("a/2");
        stayed("a/2");
        assertThat(look("a", "a")).isEmpty();
    }

    @Test
    void anIncompleteLookSaysNothingOfTheOthers() throws JournalException {
        look("a", "b");
        assertThat(ask("c/direct")).containsExactly("c/direct");
        assertThat(look("a", "b")).isEmpty();
    }

    @Test
    void afterARestartAllIsKnownStill() throws JournalException {
        look("a");
        movedAway("b/direct");
        close();
        open();
        assertThat(look("a", "c")).containsExactly("c");
        assertThat(ask("b/direct")).isEmpty();
    }

    @Test
    @Timeout(20)
    void anInboxOfTwentyThousandIsLookedThroughInAMoment() throws JournalException {
        String[] inbox = IntStream.range(0, 20_000).mapToObj(i -> i + "@example.org").toArray(String[]::new);
        assertThat(look(inbox)).isEmpty();
        inbox[7] = "new@example.org";
        assertThat(look(inbox)).containsExactly("new@example.org");
        assertThat(look()).isEmpty();
    }

    @Test
    void aDeliveryIsTheTopmostReceivedFieldHoweverItIsFolded() {
        assertThat(Copy.delivery("from a by b\r\n\tid 1")).isEqualTo(Copy.delivery(" from a by b id 1 ")).isNotEqualTo(Copy.delivery("from a by b id 2"));
        assertThat(Copy.delivery("  ")).isEqualTo("none").isNotEqualTo(Copy.UNKNOWN_DELIVERY);
    }
}
