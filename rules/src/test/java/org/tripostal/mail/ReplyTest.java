package org.tripostal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Set<String> MY_ADDRESSES = Set.of("me@example.org", "me2@example.org");

    private static List<Mailbox> people(String... addresses) {
        return Arrays.stream(addresses).map(address -> new Mailbox("", address)).toList();
    }

    private static OutgoingMessage answer(Instant date, List<Mailbox> to, List<Mailbox> bcc) {
        return new OutgoingMessage(new Mailbox("", "me@example.org"), MY_ADDRESSES, to, List.of(), bcc, "Re: x", List.of(), true, date);
    }

    private static Original original(Instant date, List<Mailbox> to) {
        return new Original(new Mailbox("Ann", "ann@example.org"), to, List.of(), List.of(), Set.of(), MY_ADDRESSES, date);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,true", "PT12H,true", "PT12H1S,false", "-PT12H,true", "-PT12H1S,false", "P365D,false"})
    void aReplyWithinTwelveHoursIsQuickInEitherDirectionSinceClocksDiffer(Duration later, boolean quick) {
        assertThat(new Reply(original(NOON, people("me@example.org")), answer(NOON.plus(later), people("ann@example.org"), List.of())).quick()).isEqualTo(quick);
    }

    @Test
    void withoutTheDateOfTheOriginalNoReplyIsQuick() {
        assertThat(new Reply(original(Instant.EPOCH, List.of()), answer(Instant.EPOCH, List.of(), List.of())).quick()).isFalse();
    }

    @Test
    void leftOutAreThoseOfTheOriginalWhomNoFieldOfTheAnswerReachesOneselfNeverAndEachOnce() {
        Original original = original(NOON, people("me@example.org", "bob@example.org", "me2@example.org", "carol@example.org", "bob@example.org", ""));
        assertThat(new Reply(original, answer(NOON, people("ann@example.org"), List.of())).leftOut()).containsExactlyElementsOf(people("bob@example.org", "carol@example.org"));
        assertThat(new Reply(original, answer(NOON, people("ann@example.org"), people("bob@example.org", "carol@example.org"))).leftOut()).isEmpty();
        assertThat(new Reply(original, answer(NOON, people("bob@example.org"), List.of())).reachesAuthor()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 | 0@a.example", "3 | 0@a.example, 1@a.example, 2@a.example", "4 | 0@a.example, 1@a.example, 2@a.example, …"})
    void ofManyThreeAreNamed(int count, String names) {
        String[] others = IntStream.range(0, count).mapToObj(i -> i + "@a.example").toArray(String[]::new);
        assertThat(new Reply(original(NOON, people(others)), answer(NOON, people("ann@example.org"), List.of())).leftOutNames()).isEqualTo(names);
    }

    @Test
    @Timeout(10)
    void tenThousandRecipientsTakeNoTime() {
        String[] others = IntStream.range(0, 10_000).mapToObj(i -> i + "@a.example").toArray(String[]::new);
        OutgoingMessage answer = answer(NOON, people(others), people(others));
        assertThat(new Reply(original(NOON, people(others)), answer).leftOut()).extracting(Mailbox::name).containsExactly("Ann");
        assertThat(answer.visibleRecipientCount()).isEqualTo(10_000);
        assertThat(answer.recipients()).hasSize(10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "noreply@a.example,true", "no-reply@a.example,true", "no-reply+12@a.example,true", "do-not-reply@a.example,true", "ne-pas-repondre@a.example,true",
        "mailer-daemon@a.example,true", "club-request@a.example,true", "club-unsubscribe@a.example,true", "control@bugs.debian.org,true", "club@a.example,false",
        "norepl@a.example,false", "robert.bot@a.example,false", "robotics@a.example,false", "ann@noreply.example,false",
    })
    void aRobotIsKnownByItsAddress(String address, boolean robot) {
        assertThat(answer(NOON, people(address), List.of()).toRobot()).isEqualTo(robot);
        assertThat(answer(NOON, people(address), people("ann@example.org")).toRobot()).isFalse();
    }

    @Test
    void aNoteToOneselfReachesNobodyElse() {
        assertThat(answer(NOON, people("me2@example.org"), List.of()).toOneself()).isTrue();
        assertThat(answer(NOON, people("me@example.org"), people("ann@example.org")).toOneself()).isFalse();
        assertThat(answer(NOON, List.of(), List.of()).toOneself()).isFalse();
    }
}
