package org.tripostal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that was there before Tripostal rests, also where it is told of as new, or downloaded bit by bit; mail that has come since is judged. */
class BeforeTripostalTest {

    private static final String ACCOUNT = "account1";
    private static final Instant MET = Instant.parse("2026-11-02T10:00:00.700Z");
    private static final Optional<Instant> SINCE = Optional.of(MET);

    @TempDir
    Path folder;

    private Journal journal;
    private Instant now = MET;

    @BeforeEach
    void open() throws JournalException {
        journal = Journal.open(folder.resolve("journal.db"));
    }

    @AfterEach
    void close() throws JournalException {
        journal.close();
    }

    private Arrivals arrivals() {
        return new Arrivals(journal, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** All that the inbox holds; only when it was written is known. */
    private Arrivals.Found look(Optional<Instant> met, Present... inbox) throws JournalException {
        return arrivals().among(ACCOUNT, List.of(inbox), true, met, Optional.empty());
    }

    private static Present written(String messageId, String date) {
        return new Present(new Copy(messageId, Copy.UNKNOWN_DELIVERY), Instant.parse(date), null, false);
    }

    /** Whether copies are new, by what the last server wrote. */
    private List<Integer> unknown(Present... copies) throws JournalException {
        Arrivals.Found found = arrivals().among(ACCOUNT, Arrays.asList(copies), false, Optional.empty(), Optional.empty());
        assertThat(found.ambiguous()).isEmpty();
        return found.unknown();
    }

    private static Present came(String messageId, String date) {
        return new Present(new Copy(messageId, "delivery of " + messageId), null, Instant.parse(date), true);
    }

    @Test
    void atTheFirstLookWhatTheLastServerWroteTellsOldFromNew() throws JournalException {
        Arrivals.Found found = look(SINCE, written("old", "2026-10-30T09:00:00Z"), written("yesterday", "2026-11-01T20:00:00Z"), written("now", "2026-11-02T10:00:00Z"));
        assertThat(found.unknown()).isEmpty();
        assertThat(found.ambiguous()).containsExactly(1, 2);
        assertThat(unknown(came("yesterday", "2026-11-01T20:00:05Z"), came("now", "2026-11-02T10:00:00Z"), came("old", "2026-10-30T09:00:05Z"))).containsExactly(1);
    }

    @Test
    void unreadMailOfANewAccountRestsThoughThunderbirdTellsOfItAsNew() throws JournalException {
        look(SINCE);
        assertThat(unknown(came("last week", "2026-10-26T09:00:00Z"), came("a minute ago", "2026-11-02T09:59:00Z"))).isEmpty();
        assertThat(look(SINCE, written("last week", "2026-10-26T08:59:00Z"), written("a minute ago", "2026-11-02T09:58:00Z")).ambiguous()).isEmpty();
    }

    @Test
    void aLargeInboxThatIsDownloadedBitByBitRests() throws JournalException {
        look(SINCE);
        now = MET.plusSeconds(3600);
        Arrivals.Found found = look(SINCE, written("last year", "2025-11-02T10:00:00Z"), written("last week", "2026-10-26T09:00:00Z"));
        assertThat(found.unknown()).isEmpty();
        assertThat(found.ambiguous()).isEmpty();
        now = MET.plusSeconds(10 * 86_400);
        assertThat(look(SINCE, written("last year", "2025-11-02T10:00:00Z"), written("last week", "2026-10-26T09:00:00Z")).ambiguous()).isEmpty();
    }

    @Test
    void aMessageThatWasLongUnderWayIsNew() throws JournalException {
        look(SINCE);
        now = MET.plusSeconds(10 * 86_400);
        assertThat(look(SINCE, written("late", "2026-10-20T10:00:00Z")).ambiguous()).containsExactly(0);
        assertThat(unknown(came("late", "2026-11-12T09:00:00Z"))).containsExactly(0);
    }

    @Test
    void mailOfTheDaysInWhichTheAddOnWaitedForTheProgramIsNew() throws JournalException {
        now = MET.plusSeconds(5 * 86_400);
        Arrivals.Found found = look(SINCE, written("meanwhile", "2026-11-05T10:00:00Z"), written("before", "2026-10-05T10:00:00Z"));
        assertThat(found.unknown()).containsExactly(0);
    }

    @Test
    void aLetterOfWeeksAgoThatComesInTheFirstMinutesIsNewThoughALookTookItForOld() throws JournalException {
        look(SINCE);
        now = MET.plusSeconds(60);
        assertThat(look(SINCE, written("late", "2026-10-20T10:00:00Z"), written("old", "2026-10-20T10:00:00Z")).unknown()).isEmpty();
        assertThat(unknown(came("late", "2026-11-02T10:00:30Z"), came("old", "2026-10-20T10:00:05Z"))).as("as Thunderbird tells of them").containsExactly(0);
    }

    @Test
    void whereNoServerSaysWhenItCameAMessageIsMissedByNobody() throws JournalException {
        look(SINCE);
        Copy unsaid = new Copy("unsaid", "delivery");
        assertThat(unknown(new Present(unsaid, Instant.parse("2026-11-01T20:00:00Z"), null, true))).containsExactly(0);
        assertThat(unknown(new Present(unsaid, null, null, true))).containsExactly(0);
        assertThat(unknown(new Present(unsaid, Instant.parse("2026-10-20T10:00:00Z"), null, true))).as("at the first download").isEmpty();
    }

    @Test
    void whereTheJournalWasLostItsOwnBeginningCounts() throws JournalException {
        Instant begun = journal.copies().begun();
        Present moment = new Present(new Copy("new", Copy.UNKNOWN_DELIVERY), begun, null, false);
        assertThat(look(Optional.empty(), written("old", "2026-10-30T09:00:00Z"), moment).ambiguous()).containsExactly(1);
        assertThat(unknown(new Present(new Copy("new", "d"), null, begun, true), new Present(new Copy("old", "o"), null, begun.minusSeconds(60), true))).containsExactly(0);
    }

    @Test
    void whereTheJournalWasLostAndItIsKnownHowFarJudgingHadComeMailThatWaitedIsJudged() throws JournalException {
        Present waits = written("waits", "2026-11-02T09:59:00Z");
        Present restsSinceLongAgo = written("rests", "2026-10-20T10:00:00Z");
        Arrivals.Found found = arrivals().among(ACCOUNT, List.of(waits, restsSinceLongAgo), true, Optional.empty(), Optional.of(MET.minusSeconds(600)));
        assertThat(found.lost()).isTrue();
        assertThat(found.ambiguous()).containsExactly(0);
        assertThat(unknown(came("waits", "2026-11-02T09:59:05Z"), came("dealt with", "2026-11-02T09:40:00Z"))).containsExactly(0);
        assertThat(look(Optional.empty(), waits).lost()).as("the next look").isFalse();
    }

    @Test
    void atTheFirstLookNothingIsLost() throws JournalException {
        assertThat(look(SINCE).lost()).isFalse();
    }

    @Test
    void aJournalOfTheVersionBeforeGoesOnAsItWas() throws Exception {
        look(SINCE, written("a", "2026-10-30T09:00:00Z"));
        journal.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db")); Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE account DROP COLUMN since");
            statement.execute("DROP TABLE begun");
            statement.execute("PRAGMA user_version = 1");
        }
        open();
        assertThat(look(SINCE, written("a", "2026-10-30T09:00:00Z"), written("b", "2026-10-30T09:00:00Z")).unknown()).containsExactly(1);
    }
}
