package org.tripostal.reader;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tripostal.mail.Header;

/** The header fields of a message in their order, unfolded. */
final class HeaderFields {

    static {
        LenientAngus.apply();
    }

    private static final Charset OLD_8_BIT = Charset.forName("windows-1252");
    private static final String THUNDERBIRDS_OWN = "x-mozilla-";

    /** In characters. An ordinary field is a few hundred, a reply's References in a long thread some thousand. */
    private static final int LONGEST_FIELD = 64 * 1024;

    /** In characters: room for some ten thousand addresses, which is what addresses may be exposed to. */
    private static final int LONGEST_ADDRESS_FIELD = 1024 * 1024;

    private static final Set<String> ADDRESS_FIELDS = Set.of("from", "to", "cc", "bcc", "reply-to");

    /** @param value unfolded; encoded words still encoded where the source was RFC 822 */
    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();
    private final Set<String> cutOff = new LinkedHashSet<>();

    /** Reads RFC 822 text up to the empty line and leaves the stream behind it. A line {@code From …} of a mailbox file before it is skipped. */
    static HeaderFields ofRfc822(InputStream in) throws MessagingException {
        HeaderFields header = new HeaderFields();
        for (jakarta.mail.Header line : Collections.list(new InternetHeaders(in).getAllHeaders())) {
            header.add(line.getName(), line.getValue());
        }
        return header;
    }

    /** Adds a field; the value may still be folded. */
    void add(String name, String value) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (!lower.startsWith(THUNDERBIRDS_OWN)) {
            String read = value == null ? "" : bounded(lower, value);
            if (value != null && read.length() < value.length()) {
                cutOff.add(lower);
            }
            fields.add(new Field(lower, unfolded(eightBit(read))));
        }
    }

    /** As much of a field's value as is read. */
    static String bounded(String name, String value) {
        return value.substring(0, Math.min(value.length(), longest(name)));
    }

    private static int longest(String name) {
        return ADDRESS_FIELDS.contains(name) ? LONGEST_ADDRESS_FIELD : LONGEST_FIELD;
    }

    /** Tells of which fields only the beginning was read. */
    void warnOfCutFields(Warnings warnings) {
        cutOff.forEach(name -> warnings.add("header.fieldTooLong", Map.of("field", name, "limit", longest(name))));
    }

    /** The first value of a field as it was sent, encoded words still encoded; empty where there is none. */
    String raw(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).findFirst().orElse("");
    }

    /** How often a field is there. */
    long count(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).count();
    }

    /** The first value of a field, decoded; empty where there is none. */
    String text(String name) {
        return decoded(raw(name));
    }

    /** All fields as facts, in order. */
    List<Header> facts() {
        return fields.stream().map(field -> new Header(field.name(), decoded(field.value()))).toList();
    }

    /** Encoded words (RFC 2047) as text; what cannot be decoded stays as it stands. */
    static String decoded(String value) {
        if (!value.contains("=?")) {
            return value.strip();
        }
        try {
            return MimeUtility.decodeText(value).strip();
        } catch (UnsupportedEncodingException e) {
            // An encoding that nobody knows: Thunderbird shows the encoded word itself, and so do we.
            return value.strip();
        }
    }

    /** Angus gives each byte as a character. Bytes beyond ASCII are UTF-8 (RFC 6532) where they can be, else what old programs sent. */
    private static String eightBit(String value) {
        if (value.chars().allMatch(c -> c < 0x80) || value.chars().anyMatch(c -> c > 0xFF)) {
            return value;
        }
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, OLD_8_BIT);
        }
    }

    private static String unfolded(String value) {
        return value.replaceAll("\\r?\\n[ \\t]*|\\r", " ").strip();
    }
}
