package org.tripostal.reader;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.tripostal.engine.RuleSet;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Body;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Mailbox;
import org.tripostal.mail.OutgoingMessage;

/** Reads messages as they are on disk and on the wire between mail servers (RFC 5322, MIME). Malformed mail is read as well as can be. */
public final class Rfc822Reader {

    static {
        LenientAngus.apply();
    }

    private static final int MBOX_LINE = 5;

    private final RuleSet rules;
    private final Locale locale;

    /**
     * @param rules what no rule looks at is not read
     * @param locale the language of the warnings
     */
    public Rfc822Reader(RuleSet rules, Locale locale) {
        this.rules = rules;
        this.locale = locale;
    }

    /**
     * Reads a message that came.
     *
     * @throws IOException where the stream cannot be read; never because the message is malformed
     */
    public ReadMessage incoming(byte[] message) throws IOException {
        Warnings warnings = new Warnings(locale);
        HeaderFields header = header(message, warnings);
        Mailbox author = author(header, warnings);
        IncomingMessage incoming = new IncomingMessage(
                "", "", messageId(header.raw("message-id")), author, Mailboxes.parse(header.raw("to")), Mailboxes.parse(header.raw("cc")),
                header.text("subject"), date(header, warnings), message.length, false, false, false, List.of());
        List<Object> facts = new ArrayList<>();
        facts.add(incoming);
        facts.addAll(header.facts());
        if (rules.looksAt(Body.class, OutgoingMessage.class) || rules.looksAt(Attachment.class, OutgoingMessage.class)) {
            addContent(message, facts, warnings);
        }
        return new ReadMessage(incoming.from(), incoming.subject(), facts, warnings.all());
    }

    /**
     * Reads a message that is about to leave.
     *
     * @param own the writer's other addresses, in lower case
     * @throws IOException where the stream cannot be read; never because the message is malformed
     */
    public ReadMessage outgoing(byte[] message, Set<String> own) throws IOException {
        Warnings warnings = new Warnings(locale);
        HeaderFields header = header(message, warnings);
        Mailbox author = author(header, warnings);
        List<Object> facts = new ArrayList<>();
        List<Attachment> attachments = addContent(message, facts, warnings);
        Set<String> writer = new HashSet<>(own);
        writer.add(author.address());
        OutgoingMessage outgoing = new OutgoingMessage(
                author, writer, Mailboxes.parse(header.raw("to")), Mailboxes.parse(header.raw("cc")), Mailboxes.parse(header.raw("bcc")),
                header.text("subject"), attachments);
        facts.add(outgoing);
        return new ReadMessage(outgoing.from(), outgoing.subject(), facts, warnings.all());
    }

    private static HeaderFields header(byte[] message, Warnings warnings) throws IOException {
        try {
            HeaderFields header = HeaderFields.ofRfc822(stream(message));
            if (header.count("from") > 1) {
                warnings.add("header.severalFrom", Map.of("count", header.count("from")));
            }
            return header;
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Mailbox author(HeaderFields header, Warnings warnings) {
        List<Mailbox> authors = Mailboxes.parse(header.raw("from"));
        if (authors.isEmpty()) {
            warnings.add("header.noFrom", Map.of());
        }
        return authors.isEmpty() ? new Mailbox("", "") : authors.get(0);
    }

    static String messageId(String field) {
        return field.strip().replaceAll("^<|>$", "");
    }

    private static Instant date(HeaderFields header, Warnings warnings) {
        String field = header.raw("date");
        try {
            return new MailDateFormat().parse(field).toInstant();
        } catch (ParseException e) {
            warnings.add("header.noDate", Map.of("date", field));
            return Instant.EPOCH;
        }
    }

    private static List<Attachment> addContent(byte[] message, List<Object> facts, Warnings warnings) {
        try {
            MimeContent content = new MimeContent(new MimeMessage(Session.getInstance(new Properties()), stream(message)), warnings);
            facts.add(content.body());
            facts.addAll(content.attachments());
            return content.attachments();
        } catch (MessagingException e) {
            warnings.add("mime.unreadable", Map.of("reason", String.valueOf(e.getMessage())));
            facts.add(new Body("", ""));
            return List.of();
        }
    }

    /** The message without the line {@code From …} that mailbox files put before it. */
    private static InputStream stream(byte[] message) {
        int start = 0;
        if (message.length > MBOX_LINE && new String(message, 0, MBOX_LINE, StandardCharsets.US_ASCII).equals("From ")) {
            while (start < message.length && message[start++] != '\n') {
                // up to the end of the line
            }
        }
        return new ByteArrayInputStream(message, start, message.length - start);
    }
}
