package org.tripostal.reader;

import jakarta.mail.internet.MailDateFormat;
import java.text.DateFormat;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A Received field (RFC 5321, section 4.4), which each server writes that has taken the message in. */
public final class ReceivedField {

    /** As some servers write it, against the RFC: {@code Tue Nov 24 21:58:59 UTC 2026}. */
    private static final String CTIME = "EEE MMM d HH:mm:ss zzz yyyy";

    private ReceivedField() {}

    /** When the server took the message in: the date behind the last semicolon; nothing where it cannot be read. */
    public static Optional<Instant> date(String field) {
        int semicolon = field.lastIndexOf(';');
        if (semicolon < 0) {
            return Optional.empty();
        }
        String date = field.substring(semicolon + 1).strip();
        // A format is not safe for use by several threads, and costs little.
        return parsed(new MailDateFormat(), date).or(() -> parsed(new SimpleDateFormat(CTIME, Locale.ENGLISH), date));
    }

    private static Optional<Instant> parsed(DateFormat format, String date) {
        try {
            return Optional.of(format.parse(date).toInstant());
        } catch (ParseException e) {
            return Optional.empty(); // servers write what they like; the caller knows another way to tell
        }
    }
}
