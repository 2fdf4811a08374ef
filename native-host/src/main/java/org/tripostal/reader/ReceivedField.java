package org.tripostal.reader;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

/** A Received field (RFC 5321, section 4.4), which each server writes that has taken the message in. */
public final class ReceivedField {

    private ReceivedField() {}

    /** When the server took the message in: the date behind the last semicolon; nothing where it cannot be read. */
    public static Optional<Instant> date(String field) {
        int semicolon = field.lastIndexOf(';');
        if (semicolon < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailDateFormat().parse(field.substring(semicolon + 1).strip()).toInstant());
        } catch (ParseException e) {
            return Optional.empty(); // servers write what they like; the caller knows another way to tell
        }
    }
}
