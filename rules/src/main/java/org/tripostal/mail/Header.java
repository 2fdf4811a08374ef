package org.tripostal.mail;

import java.util.Locale;

/**
 * One header field of an incoming message (RFC 5322, section 2.2). A message holds as many of these facts as it has fields.
 *
 * @example {@code Header(name == "x-priority", value == "1")}
 * @param name the field name in lower case, for example {@code x-spam-flag}
 * @param value the field body, unfolded, encoded words decoded, without white space around it, for example {@code Yes, score=7.1}
 */
public record Header(String name, String value) {

    public Header {
        name = name.toLowerCase(Locale.ROOT);
        value = value.strip();
    }
}
