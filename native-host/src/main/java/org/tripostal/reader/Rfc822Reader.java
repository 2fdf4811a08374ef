package org.tripostal.reader;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.engine.RuleSet;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Authentication;
import org.tripostal.mail.Body;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Mailbox;
import org.tripostal.mail.Original;
import org.tripostal.mail.OutgoingMessage;
import org.tripostal.mail.Reply;
import org.tripostal.mail.Sign;
import org.tripostal.sign.Signs;

/** Reads messages as they are on disk and on the wire between mail servers (RFC 5322, MIME). Malformed mail is read as well as can be. */
public final class Rfc822Reader {

    static {
        LenientAngus.apply();
    }

    private static final int MBOX_LINE = 5;
    private static final Pattern MAILTO = Pattern.compile("(?i)<mailto:([^>?]+)[^>]*>");

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
     * @param recipient whose mail it is
     * @throws IOException where the message cannot be read; never because it is malformed
     */
    public ReadMessage incoming(byte[] message, Recipient recipient) throws IOException {
        Warnings warnings = new Warnings(locale);
        List<Object> facts = headerFacts(HeaderFields.ofRfc822(message), message.length, recipient, warnings);
        if (rules.needsBody()) {
            addContent(message, false, facts, warnings);
        }
        return read(facts, warnings);
    }

    /**
     * Reads a message that came and lies in a file; no more of it than the rules look at.
     *
     * @param recipient whose mail it is
     * @throws IOException where the file cannot be read; never because the message is malformed
     */
    public ReadMessage incoming(Path file, Recipient recipient) throws IOException {
        if (rules.needsBody()) {
            return incoming(Files.readAllBytes(file), recipient);
        }
        Warnings warnings = new Warnings(locale);
        HeaderOfFile header = HeaderOfFile.read(file);
        return read(headerFacts(header.fields(), header.size(), recipient, warnings), warnings);
    }

    private ReadMessage read(List<Object> facts, Warnings warnings) {
        if (rules.looksAt(Sign.class)) {
            facts.addAll(Signs.of(facts));
            facts.addAll(warnings.bounds());
        }
        IncomingMessage incoming = (IncomingMessage) facts.get(0);
        return new ReadMessage(incoming.from(), incoming.subject(), facts, warnings.all());
    }

    /** The message first, then what its fields say, as far as a rule looks at it. */
    private List<Object> headerFacts(HeaderFields header, long size, Recipient recipient, Warnings warnings) {
        warnOfHeader(header, warnings);
        Mailbox author = author(header, warnings);
        IncomingMessage incoming = new IncomingMessage(
                "", "", messageId(header.raw("message-id")), author, Mailboxes.parse(header.raw("to")), Mailboxes.parse(header.raw("cc")),
                header.text("subject"), date(header, warnings), size, false, false, false, List.of(), recipient.addresses(),
                recipient.names(), Mailboxes.parse(header.raw("reply-to")), ListId.name(header.text("list-id")));
        List<Object> facts = new ArrayList<>();
        facts.add(incoming);
        if (rules.looksAt(Header.class)) {
            facts.addAll(header.facts());
        }
        header.mailingList().ifPresent(facts::add);
        if (rules.looksAt(Authentication.class)) {
            facts.addAll(AuthenticationResults.read(header.raw("authentication-results"), recipient.authenticationServers(), recipient.addresses()));
        }
        return facts;
    }

    /**
     * Reads a message that is about to leave.
     *
     * @param own the writer's other addresses, in lower case
     * @param originals where the message that it answers may be found
     * @throws IOException where the message cannot be read; never because it is malformed
     */
    public ReadMessage outgoing(byte[] message, Set<String> own, Originals originals) throws IOException {
        Warnings warnings = new Warnings(locale);
        HeaderFields header = HeaderFields.ofRfc822(message);
        warnOfHeader(header, warnings);
        Mailbox author = author(header, warnings);
        List<Object> facts = new ArrayList<>();
        List<Attachment> attachments = addContent(message, true, facts, warnings);
        Set<String> writer = new HashSet<>(own);
        writer.add(author.address());
        OutgoingMessage outgoing = new OutgoingMessage(
                author, writer, Mailboxes.parse(header.raw("to")), Mailboxes.parse(header.raw("cc")), Mailboxes.parse(header.raw("bcc")),
                header.text("subject"), attachments, !header.raw("in-reply-to").isBlank(),
                header.raw("date").isBlank() ? Instant.EPOCH : date(header, warnings)); // a draft has no date yet
        facts.add(outgoing);
        originals.find(header.raw("in-reply-to")).ifPresent(original ->
                facts.add(new Reply(original(original, writer), outgoing, originals.answeredAlone(writer, header.raw("references") + " " + header.raw("in-reply-to"), outgoing.date()))));
        return new ReadMessage(outgoing.from(), outgoing.subject(), facts, warnings.all());
    }

    private static Original original(HeaderFields header, Set<String> own) {
        List<Mailbox> authors = Mailboxes.parse(header.raw("from"));
        return new Original(
                authors.isEmpty() ? new Mailbox("", "") : authors.get(0), Mailboxes.parse(header.raw("to")), Mailboxes.parse(header.raw("cc")),
                answersTo(header.raw("reply-to"), header.raw("mail-followup-to")),
                listPost(header.raw("list-post"), header.raw("list-id"), header.raw("precedence")), own, dateOf(header.raw("date")).orElse(Instant.EPOCH));
    }

    /** Where answers are asked for: Reply-To, and what mailing lists' readers write, Mail-Followup-To. */
    static List<Mailbox> answersTo(String replyTo, String followUpTo) {
        List<Mailbox> mailboxes = new ArrayList<>(Mailboxes.parse(replyTo));
        mailboxes.addAll(Mailboxes.parse(followUpTo));
        return mailboxes;
    }

    /**
     * Where a mailing list takes answers: the addresses of its List-Post (RFC 2369), {@code <mailto:list@example.org>}; none where it says NO. Where a list says nothing of
     * it but is one by its List-Id (RFC 2919) or Precedence, that stands for an address.
     */
    static Set<String> listPost(String listPost, String listId, String precedence) {
        Set<String> addresses = new HashSet<>();
        Matcher matcher = MAILTO.matcher(listPost);
        while (matcher.find()) {
            addresses.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        if (listPost.isBlank() && (!listId.isBlank() || precedence.strip().equalsIgnoreCase("list"))) {
            addresses.add(listId.isBlank() ? precedence.strip() : listId.strip());
        }
        return addresses;
    }

    private static void warnOfHeader(HeaderFields header, Warnings warnings) {
        if (header.count("from") > 1) {
            warnings.add("header.severalFrom", Map.of("count", header.count("from")));
        }
        header.warnOfCutFields(warnings);
    }

    private static Mailbox author(HeaderFields header, Warnings warnings) {
        List<Mailbox> authors = Mailboxes.parse(header.raw("from"));
        if (authors.isEmpty()) {
            warnings.add("header.noFrom", Map.of());
        }
        return authors.isEmpty() ? new Mailbox("", "") : authors.get(0);
    }

    static String messageId(String field) {
        String id = field.strip();
        int from = id.startsWith("<") ? 1 : 0;
        return id.substring(from, id.length() > from && id.endsWith(">") ? id.length() - 1 : id.length());
    }

    private static Instant date(HeaderFields header, Warnings warnings) {
        return dateOf(header.raw("date")).orElseGet(() -> {
            warnings.add(header.raw("date").isBlank() ? "header.dateMissing" : "header.noDate", Map.of("date", header.raw("date")));
            return Instant.EPOCH;
        });
    }

    static Optional<Instant> dateOf(String field) {
        Optional<Instant> ordinary = OrdinaryDate.read(field);
        if (ordinary.isPresent()) {
            return ordinary;
        }
        try {
            return Optional.of(new MailDateFormat().parse(field).toInstant());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static List<Attachment> addContent(byte[] message, boolean outgoing, List<Object> facts, Warnings warnings) {
        try {
            MimeContent content = new MimeContent(new MimeMessage(Angus.SESSION, stream(message)), outgoing, warnings);
            Body body = content.body();
            facts.add(body);
            facts.addAll(content.attachments());
            facts.addAll(HtmlLinks.of(body.getHtml()));
            return content.attachments();
        } catch (MessagingException e) {
            warnings.add("mime.unreadable", Map.of("reason", String.valueOf(e.getMessage())));
            facts.add(new Body("", "", List.of()));
            return List.of();
        }
    }

    /**
     * The message without the line {@code From …} that mailbox files put before it, and without what continues a field before there is one, over which Angus
     * stumbles.
     */
    private static InputStream stream(byte[] message) {
        int start = 0;
        if (message.length > MBOX_LINE && new String(message, 0, MBOX_LINE, StandardCharsets.US_ASCII).equals("From ")) {
            start = nextLine(message, start);
        }
        while (start < message.length && (message[start] == ' ' || message[start] == '\t')) {
            start = nextLine(message, start);
        }
        return new MessageBytes(message, start, message.length);
    }

    /** Where the line after this one begins; the end where there is none. */
    private static int nextLine(byte[] message, int start) {
        int at = start;
        while (at < message.length && message[at++] != '\n') {
            // up to the end of the line
        }
        return at;
    }

    /** Made when the first text is read: it looks for its parts on the class path and in annotations, and a header alone has no need of it. */
    private static final class Angus {

        private static final Session SESSION = Session.getInstance(new Properties());
    }
}
