package org.tripostal.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The date as nearly every program writes it (RFC 5322, section 3.3): {@code Mon, 02 Nov 2026 10:00:00 +0100}. Whatever deviates from that is left to
 * Angus, which knows the old and the odd forms, and is slower.
 */
final class OrdinaryDate {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private final String text;
    private int at;

    private OrdinaryDate(String text) {
        this.text = text;
    }

    /** The moment; nothing where the text has another form, or names no day that there is. */
    static Optional<Instant> read(String field) {
        return new OrdinaryDate(field).read();
    }

    /** The moment as the add-on writes it (RFC 3339 in UTC, to the second): {@code 2026-11-02T10:00:00Z}; nothing where the text has another form, or names no day that there is. */
    static Optional<Instant> readIso(String text) {
        return new OrdinaryDate(text).readIso();
    }

    private Optional<Instant> readIso() {
        int year = number(4, 4);
        boolean well = take('-');
        int month = number(2, 2);
        well &= take('-');
        int day = number(2, 2);
        well &= take('T');
        int hour = number(2, 2);
        well &= take(':');
        int minute = number(2, 2);
        well &= take(':');
        int second = number(2, 2);
        well &= take('Z') && at == text.length();
        return well && isMoment(year, month, day, hour, minute, second) ? Optional.of(Instant.ofEpochSecond(secondsTo(year, month, day, hour, minute, second))) : Optional.empty();
    }

    private Optional<Instant> read() {
        boolean well = true;
        if (text.length() > 3 && text.charAt(3) == ',') {
            at = 4;
            well = isLetter(text.charAt(0)) && isLetter(text.charAt(1)) && isLetter(text.charAt(2)) && take(' ');
        }
        int day = number(1, 2);
        well &= take(' ');
        int month = month();
        well &= take(' ');
        int year = number(4, 4);
        well &= take(' ');
        int hour = number(2, 2);
        well &= take(':');
        int minute = number(2, 2);
        int second = take(':') ? number(2, 2) : 0;
        well &= take(' ');
        int sign = take('+') ? 1 : take('-') ? -1 : 0;
        int zone = number(4, 4);
        well &= at == text.length() || text.startsWith(" (", at);
        if (!well || sign == 0 || !isMoment(year, month, day, hour, minute, second) || zone < 0 || zone / 100 > 14 || zone % 100 > 59) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(secondsTo(year, month, day, hour, minute, second) - sign * (zone / 100 * 3_600L + zone % 100 * 60L)));
    }

    private static boolean isMoment(int year, int month, int day, int hour, int minute, int second) {
        return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
                && hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
    }

    /** Seconds from the epoch to a moment in UTC. */
    private static long secondsTo(int year, int month, int day, int hour, int minute, int second) {
        return LocalDate.of(year, month, day).toEpochDay() * 86_400L + hour * 3_600L + minute * 60L + second;
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    /** A number of so many digits; -1 where there is none. */
    private int number(int least, int most) {
        int from = at;
        int value = 0;
        while (at < text.length() && at - from < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = value * 10 + text.charAt(at++) - '0';
        }
        return at - from < least ? -1 : value;
    }

    /** 1 to 12; 0 where there is none. */
    private int month() {
        int place = at + 3 > text.length() ? -1 : MONTHS.indexOf(text.substring(at, at + 3));
        at += 3;
        return place < 0 || place % 3 != 0 ? 0 : place / 3 + 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
