package org.tripostal.reader;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripostal.mail.Header;
import org.tripostal.mail.MailingList;

/** The header fields of a message in their order, unfolded. What nobody asks for is never decoded. */
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

    private final List<Field> fields = new ArrayList<>(32);
    private final Set<String> cutOff = new LinkedHashSet<>();

    HeaderFields() {}

    /** The fields that were found in RFC 822 text. */
    HeaderFields(HeaderScanner found) {
        for (int i = 0; i < found.count(); i++) {
            fields.add(new Field(found, i));
            if (found.size(i) > LONGEST_FIELD) {
                noteCut(found.name(i), found.value(i).length());
            }
        }
    }

    /** Reads RFC 822 text up to the empty line. A line {@code From …} of a mailbox file before it is skipped. */
    static HeaderFields ofRfc822(byte[] message) {
        return new HeaderFields(new HeaderScanner(message, message.length));
    }

    /** Adds a field; the value may still be folded. */
    void add(String name, String value) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String read = value == null ? "" : bounded(lower, value);
        noteCut(lower, value == null ? 0 : value.length());
        fields.add(new Field(lower, unfolded(eightBit(read))));
    }

    private void noteCut(String name, int length) {
        if (length > longest(name) && !name.startsWith(THUNDERBIRDS_OWN)) {
            cutOff.add(name);
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
        for (Field field : fields) {
            if (field.isNamed(name)) {
                return field.value();
            }
        }
        return "";
    }

    /** How often a field is there. */
    long count(String name) {
        return fields.stream().filter(field -> field.isNamed(name)).count();
    }

    /** The first value of a field, decoded; empty where there is none. */
    String text(String name) {
        return decoded(raw(name));
    }

    /** All fields as facts, in order, but for those that Thunderbird adds to its own copies. */
    List<Header> facts() {
        return fields.stream().filter(field -> !field.name().startsWith(THUNDERBIRDS_OWN)).map(field -> new Header(field.name(), decoded(field.value()))).toList();
    }

    /** The mailing list that the message came through; none where it names none. */
    Optional<MailingList> mailingList() {
        String list = ListId.whole(text("list-id"));
        return list.isEmpty() ? Optional.empty() : Optional.of(new MailingList(list));
    }

    /** Encoded words (RFC 2047) as text; what cannot be decoded stays as it stands. */
    static String decoded(String value) {
        if (!value.contains("=?")) {
            return value.strip();
        }
        try {
            return MimeUtility.decodeText(EncodedWords.joined(value)).strip();
        } catch (UnsupportedEncodingException e) {
            // An encoding that nobody knows: Thunderbird shows the encoded word itself, and so do we.
            return value.strip();
        }
    }

    /** A field whose name and value are made at the first question. */
    private static final class Field {

        private final HeaderScanner source;
        private final int place;
        private String name;
        private String value;

        private Field(HeaderScanner source, int place) {
            this.source = source;
            this.place = place;
        }

        private Field(String name, String value) {
            this(null, 0);
            this.name = name;
            this.value = value;
        }

        private boolean isNamed(String lower) {
            return name == null ? source.isNamed(place, lower) : name.equals(lower);
        }

        private String name() {
            if (name == null) {
                name = source.name(place);
            }
            return name;
        }

        /** Unfolded; encoded words still encoded where the source was RFC 822. */
        private String value() {
            if (value == null) {
                value = unfolded(eightBit(bounded(name(), source.value(place))));
            }
            return value;
        }
    }

    /** Each character may be a byte as it was read. Bytes beyond ASCII are UTF-8 (RFC 6532) where they can be, else what old programs sent. */
    private static String eightBit(String value) {
        boolean ascii = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > 0xFF) {
                return value;
            }
            ascii &= c < 0x80;
        }
        if (ascii) {
            return value;
        }
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, OLD_8_BIT);
        }
    }

    /** A line break with the space that begins the next line is one space (RFC 5322, section 2.2.3). */
    private static String unfolded(String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
            return value.strip();
        }
        StringBuilder line = new StringBuilder(value.length());
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n') {
                line.append(value, from, i).append(' ');
                boolean two = c == '\r' && i + 1 < value.length() && value.charAt(i + 1) == '\n';
                i += two ? 1 : 0;
                while ((two || c == '\n') && i + 1 < value.length() && (value.charAt(i + 1) == ' ' || value.charAt(i + 1) == '\t')) {
                    i++;
                }
                from = i + 1;
            }
        }
        line.append(value, from, value.length());
        return line.toString().strip();
    }
}
