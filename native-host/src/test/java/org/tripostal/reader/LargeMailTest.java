package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripostal.mail.Body;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Link;
import org.tripostal.mail.OutgoingMessage;

/** The time for a message grows with its length, not with the square: four times as long may take four times the time, with room to spare, not sixteen. */
@Timeout(60)
class LargeMailTest {

    private static final int SMALL = 40_000;
    private static final double ROOM = 9;
    private static final long FAST_ENOUGH_NANOS = 60_000_000;

    private static final Map<String, IntFunction<String>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("a long subject", n -> "From: a@example.org\nSubject: " + "Long ".repeat(n / 5) + "\n\n"),
            Map.entry("a subject of marks", n -> "From: a@example.org\nSubject: " + "Re: [a] ".repeat(n / 8) + "\n\n"),
            Map.entry("a folded field", n -> "From: a@example.org\nX-Long: a" + "\n b".repeat(n / 3) + "\n\n"),
            Map.entry("many fields", n -> "From: a@example.org\n" + "X-Field: some\n".repeat(n / 14) + "\n"),
            Map.entry("many recipients", n -> "From: a@example.org\nTo: x@example.org" + ",\n \"A, B\" <a@example.org>".repeat(n / 25) + "\n\n"),
            Map.entry("recipients that are none", n -> "From: a@example.org\nTo: <<" + "abc def ".repeat(n / 8) + "\n\n"),
            Map.entry("a From without an address", n -> "From: <<" + "a".repeat(n) + "\n\n"),
            Map.entry("a From of spaces", n -> "From: <<a" + " ".repeat(n) + "b\n\n"),
            Map.entry("a From of at signs", n -> "From: <" + "@a".repeat(n / 2) + "\n\n"),
            Map.entry("a From of colons", n -> "From: " + ":".repeat(n) + "a@example.org\n\n"),
            Map.entry("encoded words in pieces", n -> "From: a@example.org\nSubject:" + " =?utf-8?Q?=C3?= =?utf-8?Q?=A9?=\n".repeat(n / 34) + "\n"),
            Map.entry("encoded words", n -> "From: a@example.org\nSubject:" + " =?utf-8?Q?=C3=A9?=\n".repeat(n / 20) + "\n"),
            Map.entry("encoded words left open", n -> "From: a@example.org\nSubject: " + "=?utf-8?Q?".repeat(n / 10) + "\n\n"),
            Map.entry("a text without spaces", n -> "From: a@example.org\n\n" + "a".repeat(n) + "\n"),
            Map.entry("attributions", n -> "From: a@example.org\n\nOn " + "wrote ".repeat(n / 6) + "\n"),
            Map.entry("an attribution and spaces", n -> "From: a@example.org\n\nOn it wrote" + " ".repeat(n) + "x\n"),
            Map.entry("sentences on one line", n -> "From: a@example.org\n\n" + "A b. ".repeat(n / 5) + "\n"),
            Map.entry("dashes and spaces on one line", n -> "From: a@example.org\n\nA" + " ".repeat(n / 2) + "- ".repeat(n / 4) + "b\n"),
            Map.entry("a name and spaces", n -> "From: a@example.org\n\nAnn," + " ".repeat(n) + "x\n"),
            Map.entry("spaces before line ends", n -> "From: a@example.org\n\nA" + " ".repeat(n) + "b\n"),
            Map.entry("notes on attachments left open", n -> "From: a@example.org\n\n" + "(see attached file:".repeat(n / 19) + "\n"),
            Map.entry("words that almost announce", n -> "From: a@example.org\n\n" + "i have no attach please find ".repeat(n / 29) + "\n"),
            Map.entry("colours in colours", n -> "From: a@example.org\nContent-Type: text/html\n\n" + "<font color=red style='a: b'>a".repeat(n / 30)),
            Map.entry("links in links", n -> "From: a@example.org\nContent-Type: text/html\n\n" + "<a href=x.y>a.b".repeat(n / 15)),
            Map.entry("comments on authentication", n -> "From: a@example.org\nAuthentication-Results: " + "(".repeat(n / 2) + ")".repeat(n / 2) + "; a\n\n"),
            Map.entry("a list without end", n -> "From: a@example.org\nList-Id: " + "<".repeat(n) + "\n\n"),
            Map.entry("a link of dots", n -> "From: a@example.org\nContent-Type: text/html\n\n<a href='" + "a.".repeat(n / 2) + "'>" + "b.".repeat(n / 2) + "</a>"),
            Map.entry("signatures", n -> "From: a@example.org\n\n" + "-- \n> a\n".repeat(n / 8)),
            Map.entry("signatures without end", n -> "From: a@example.org\n\n" + "-- \n".repeat(n / 4)),
            Map.entry("header lines", n -> "From: a@example.org\n\n" + "From: a\nSent: b\n\n".repeat(n / 17)),
            Map.entry("HTML in HTML", n -> "From: a@example.org\nContent-Type: text/html\n\n" + "<div>a".repeat(n / 6)),
            Map.entry("quotes in quotes", n -> "From: a@example.org\nContent-Type: text/html\n\n" + "<blockquote>a".repeat(n / 13) + "<br>".repeat(n / 4)),
            Map.entry("open tags", n -> "From: a@example.org\nContent-Type: text/html\n\n" + "<a ".repeat(n / 3))));

    static Iterable<String> kinds() {
        return KINDS.keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void theTimeGrowsWithTheLength(String kind) {
        IntFunction<String> write = KINDS.get(kind);
        String small = write.apply(SMALL);
        String large = write.apply(4 * SMALL);
        judgeable(small);
        double ratio = ratio(small, large);
        // A busy computer may spoil a measurement, but not four in a row.
        for (int again = 0; again < 3 && ratio >= ROOM; again++) {
            ratio = Math.min(ratio, ratio(small, large));
        }
        assertThat(ratio).as("four times as much of " + kind + " takes so many times as long").isLessThan(ROOM);
    }

    /** How many times as long the large one takes; 1 where it is so fast that nothing can be said. */
    private static double ratio(String small, String large) {
        long nanos = fastestNanos(large);
        return nanos < FAST_ENOUGH_NANOS ? 1 : (double) nanos / fastestNanos(small);
    }

    private static long fastestNanos(String message) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            judgeable(message);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }

    /** Reads a message and all that rules derive from it. */
    private static void judgeable(String message) {
        ReadMessage read = Mail.outgoing(message);
        OutgoingMessage leaving = Mail.leaving(read);
        leaving.subjectCapitals();
        leaving.visibleRecipientCount();
        Body body = Mail.all(read, Body.class).get(0);
        body.getCapitals();
        body.getGreeting();
        body.getClosing();
        body.getAttachmentMention();
        Mail.all(read, Link.class).forEach(Link::misleading);
        IncomingMessage came = Mail.message(Mail.incoming(message));
        came.nameIsAnotherAddress();
        came.answersElsewhere();
    }
}
