package org.tripostal.reader;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Body;

/**
 * The text and the attachments of a MIME message (RFC 2045 to 2049), as well as they can be had. Depth, number of parts and length of text are
 * bounded; where a bound bites, or a part cannot be read, a warning says so and the rest is read.
 */
final class MimeContent {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern CHARSET = Pattern.compile(";\\s*+charset\\s*+=\\s*+\"?+([^\\s\";]++)", Pattern.CASE_INSENSITIVE);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    static final int DEEPEST = 30;
    static final int MOST_PARTS = 1_000;
    static final int LONGEST_TEXT = 2 * 1024 * 1024;

    private final Warnings warnings;
    private final boolean unflowing;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();
    private int parts;

    /** @param unflowing whether paragraphs that programs broke (RFC 3676) are made whole; Thunderbird gives incoming mail as it was sent */
    MimeContent(MimeMessage message, boolean unflowing, Warnings warnings) {
        this.warnings = warnings;
        this.unflowing = unflowing;
        read(message, 0);
    }

    /** The text; made from the HTML where there is no plain text. */
    Body body() {
        String source = html.toString();
        String text = plain.toString();
        boolean none = text.isBlank() && !source.isEmpty();
        return new Body(() -> none ? HtmlText.of(source) : text, source, () -> HtmlColours.of(source));
    }

    List<Attachment> attachments() {
        return attachments;
    }

    private void read(MimePart part, int depth) {
        if (++parts > MOST_PARTS) {
            warnings.add("mime.tooManyParts", Map.of("limit", MOST_PARTS));
            return;
        }
        try {
            Optional<ContentType> type = contentType(part);
            String mediaType = type.map(known -> known.getBaseType().toLowerCase(Locale.ROOT)).orElse("text/plain");
            if (mediaType.startsWith("multipart/")) {
                readMultipart(part, depth);
            } else if (isFile(part, mediaType)) {
                attachments.add(attachment(part, mediaType));
            } else if (mediaType.equals("text/html")) {
                append(html, part, type);
            } else {
                append(plain, part, type);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            // Angus throws what it likes on malformed parts. What was read before stays, and the warning says what is missing.
            warnings.add("mime.unreadablePart", Map.of("number", parts, "reason", String.valueOf(e.getMessage())));
        }
    }

    private void readMultipart(MimePart part, int depth) throws MessagingException, IOException {
        if (depth >= DEEPEST) {
            warnings.add("mime.tooDeep", Map.of("limit", DEEPEST));
            return;
        }
        Multipart multipart = part.getContent() instanceof Multipart known ? known : new MimeMultipart(part.getDataHandler().getDataSource());
        if (multipart.getCount() == 0) {
            append(plain, part, Optional.empty()); // what was to be its boundary is nowhere in it
        }
        for (int i = 0; i < multipart.getCount() && parts <= MOST_PARTS; i++) {
            BodyPart inner = multipart.getBodyPart(i);
            if (inner instanceof MimePart mimePart) {
                read(mimePart, depth + 1);
            }
        }
    }

    private static Optional<ContentType> contentType(MimePart part) throws MessagingException {
        try {
            return part.getContentType() == null ? Optional.empty() : Optional.of(new ContentType(part.getContentType()));
        } catch (ParseException e) {
            // RFC 2045, section 5.2: what cannot be understood is plain text.
            return Optional.empty();
        }
    }

    /** A text with a name is a file, but for the first there is, which programs give a name too: Thunderbird shows it as the text of the message. */
    private boolean isFile(MimePart part, String mediaType) throws MessagingException {
        boolean text = mediaType.equals("text/plain") || mediaType.equals("text/html");
        return !text || Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || fileName(part) != null && !(plain.toString().isBlank() && html.isEmpty());
    }

    private static Attachment attachment(MimePart part, String mediaType) throws MessagingException, IOException {
        boolean inline = mediaType.startsWith("image/") && part.getContentID() != null && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
        String name = fileName(part);
        try (InputStream content = part.getInputStream()) {
            return new Attachment(name == null ? "" : HeaderFields.decoded(name), mediaType, content.transferTo(OutputStream.nullOutputStream()), inline);
        }
    }

    private static String disposition(MimePart part) throws MessagingException {
        try {
            return part.getDisposition();
        } catch (ParseException e) {
            return Part.ATTACHMENT;
        }
    }

    private static String fileName(MimePart part) throws MessagingException {
        try {
            String name = part.getFileName();
            return name == null ? null : MimeUtility.decodeText(name);
        } catch (ParseException | UnsupportedEncodingException e) {
            // The name cannot be read; that there is one is what counts.
            return "";
        }
    }

    private void append(StringBuilder text, MimePart part, Optional<ContentType> type) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream content = part.getInputStream()) {
            bytes = content.readNBytes(LONGEST_TEXT + 1);
        }
        if (bytes.length > LONGEST_TEXT || text.length() + bytes.length > LONGEST_TEXT) {
            warnings.add("mime.textTooLong", Map.of("limit", LONGEST_TEXT));
        }
        String decoded = decoded(bytes, type.isPresent() ? charset(part, type.get()) : null);
        if (unflowing && text == plain && "flowed".equalsIgnoreCase(type.map(known -> known.getParameter("format")).orElse(""))) {
            decoded = FlowedText.unflowed(decoded, "yes".equalsIgnoreCase(type.map(known -> known.getParameter("delsp")).orElse("")));
        }
        int room = Math.max(0, Math.min(decoded.length(), LONGEST_TEXT - text.length()));
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        text.append(decoded, 0, room);
    }

    /** Of several that are named the first counts, as for Thunderbird; Angus gives the last. */
    private static String charset(MimePart part, ContentType type) throws MessagingException {
        Matcher named = CHARSET.matcher(part.getContentType());
        return named.find() ? named.group(1) : type.getParameter("charset");
    }

    /** By the charset that is named; where it is unknown or missing, UTF-8 where that fits, else what old programs sent. */
    private static String decoded(byte[] bytes, String charset) {
        if (charset != null) {
            try {
                return decoded(bytes, Charset.forName(MimeUtility.javaCharset(charset)));
            } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
                return guessed(bytes);
            }
        }
        return guessed(bytes);
    }

    /**
     * Programs name ASCII and UTF-8 where they send others, and Latin-1 where they mean Windows'; UTF-16 without a byte order mark is little-endian (all as the WHATWG
     * Encoding Standard takes them).
     */
    private static String decoded(byte[] bytes, Charset named) {
        if (named.equals(StandardCharsets.US_ASCII) || named.equals(StandardCharsets.UTF_8)) {
            return guessed(bytes);
        }
        boolean littleEndian = named.equals(StandardCharsets.UTF_16) && !(bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
        return without(BYTE_ORDER_MARK, new String(bytes, named.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : littleEndian ? StandardCharsets.UTF_16LE : named));
    }

    private static String without(String beginning, String text) {
        return text.startsWith(beginning) ? text.substring(beginning.length()) : text;
    }

    private static String guessed(byte[] bytes) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1); // the same, without looking at each byte again
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }
}
