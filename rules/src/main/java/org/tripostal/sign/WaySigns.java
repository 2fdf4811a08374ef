package org.tripostal.sign;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;

/**
 * Signs in which way a message came and by which program it claims to be written: a computer at somebody's home that delivers mail itself, a date that cannot be, a
 * Message-ID that the named program never makes, an address of a large provider through whose servers it did not come.
 */
final class WaySigns {

    private static final Set<String> FREE_MAIL = Set.copyOf(Table.lines("free-mail.txt"));
    private static final Pattern ZONE = Pattern.compile("[+-](\\d\\d)(\\d\\d)\\b");
    private static final int FARTHEST_ZONE = 14;
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\\d{4}) (\\d{1,2}):(\\d\\d)(?::(\\d\\d))?\\s*(?:([+-])(\\d\\d)(\\d\\d)|gmt|ut|utc|z)");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Duration AHEAD = Duration.ofHours(3);
    private static final Duration LONG = Duration.ofDays(365);

    /** Outlook and Outlook Express make Message-IDs of the high half of Windows' clock (units of 100 ns since 1601) and random digits. */
    private static final Pattern OUTLOOKS_ID = Pattern.compile("[0-9a-f]{4}([0-9a-f]{8})\\$[0-9a-f]{8}\\$[0-9a-f]{8}@.*", Pattern.CASE_INSENSITIVE);
    private static final long SECONDS_FROM_1601 = 11_644_473_600L;
    private static final long UNITS_PER_SECOND = 10_000_000L;

    /** In units of the high half, 429 seconds each: about thirty hours, for clocks and time zones that are set wrong. */
    private static final long STRAYING = 250;

    private static final Set<String> MICROSOFTS = Set.of("hotmail", "outlook", "live", "msn");

    private WaySigns() {}

    static void find(IncomingMessage message, List<Header> headers, Signs signs) {
        List<String> received = new ArrayList<>();
        String mailer = "";
        String date = "";
        boolean priority = false;
        boolean namedProgram = false;
        boolean signed = false;
        for (Header header : headers) {
            switch (header.name()) {
                case "received" -> received.add(header.value());
                case "date" -> date = date.isEmpty() ? header.value() : date;
                case "x-mailer" -> mailer = header.value();
                case "x-priority" -> priority = true;
                case "x-mimeole", "user-agent" -> namedProgram = true;
                case "dkim-signature", "domainkey-signature" -> signed = true;
                default -> {
                    // says nothing of its way
                }
            }
        }
        boolean bulk = !message.list().isEmpty() || signs.has("list") || signs.has("unsubscribe-field");
        Handover handover = Handover.of(received);
        if (handover.isFromHome()) {
            signs.add("home-computer", handover.host());
        }
        dates(date, received, signs);
        outlook(message, mailer, bulk, signs);
        if (priority && !namedProgram && !bulk && !signs.has("high-priority")) {
            signs.add("priority-alone");
        }
        if (!bulk && !signed && FREE_MAIL.contains(message.fromDomain()) && !received.isEmpty() && received.stream().noneMatch(step -> isOf(message.fromDomain(), step))) {
            signs.add("free-mail-elsewhere", message.from(), message.fromDomain());
        }
    }

    private static boolean isOf(String provider, String step) {
        String lower = step.toLowerCase(Locale.ROOT);
        String label = provider.substring(0, provider.indexOf('.'));
        return MICROSOFTS.contains(label) ? MICROSOFTS.stream().anyMatch(lower::contains) : lower.contains(label);
    }

    private static void dates(String date, List<String> received, Signs signs) {
        Matcher zone = ZONE.matcher(date);
        if (zone.find() && (Integer.parseInt(zone.group(1)) > FARTHEST_ZONE || Integer.parseInt(zone.group(2)) % 15 != 0 || Integer.parseInt(zone.group(2)) > 45)) {
            signs.add("odd-time-zone", zone.group());
        }
        Optional<Instant> came = received.isEmpty() ? Optional.empty() : moment(received.get(0).substring(received.get(0).lastIndexOf(';') + 1));
        Optional<Instant> written = moment(date);
        if (came.isEmpty() || written.isEmpty()) {
            return;
        }
        Duration ahead = Duration.between(came.get(), written.get());
        if (ahead.compareTo(AHEAD) > 0) {
            signs.add("date-ahead", String.valueOf(ahead.toHours()));
        } else if (ahead.compareTo(LONG.negated()) < 0) {
            signs.add("date-long-before", String.valueOf(-ahead.toDays()));
        }
    }

    /** The moment that a date field names (RFC 5322, section 3.3), where it is written in the ordinary way. */
    private static Optional<Instant> moment(String field) {
        Matcher found = MOMENT.matcher(field.toLowerCase(Locale.ROOT));
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(number(found, 3), MONTHS.indexOf(found.group(2)) + 1, number(found, 1), number(found, 4), number(found, 5),
                    found.group(6) == null ? 0 : Math.min(59, number(found, 6)));
            int minutes = found.group(7) == null ? 0 : (number(found, 8) * 60 + number(found, 9)) * (found.group(7).equals("-") ? -1 : 1);
            return Optional.of(local.toInstant(ZoneOffset.UTC).minusSeconds(60L * minutes));
        } catch (DateTimeException e) {
            return Optional.empty(); // the 31st of February: what cannot be is compared with nothing
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static void outlook(IncomingMessage message, String mailer, boolean bulk, Signs signs) {
        Matcher id = OUTLOOKS_ID.matcher(message.messageId());
        boolean express = mailer.toLowerCase(Locale.ROOT).contains("outlook express");
        if (id.matches()) {
            long clock = Long.parseLong(id.group(1), 16);
            long said = (message.date().getEpochSecond() + SECONDS_FROM_1601) * UNITS_PER_SECOND >>> 32;
            if (!message.date().equals(Instant.EPOCH) && Math.abs(clock - said) > STRAYING) {
                signs.add("forged-program", mailer.isEmpty() ? "Outlook" : mailer);
            }
        } else if (express && !bulk && !message.messageId().isEmpty()) {
            signs.add("forged-program", mailer);
        }
    }
}
