package org.tripostal.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Body;
import org.tripostal.mail.Correspondent;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.LastWritten;
import org.tripostal.mail.Mailbox;
import org.tripostal.mail.Original;
import org.tripostal.mail.OutgoingMessage;
import org.tripostal.mail.OwnOriginal;
import org.tripostal.mail.Reply;
import org.tripostal.sign.Signs;

/** Reads messages as Thunderbird's WebExtension API gives them: {@code MessageHeader}, {@code MessagePart}, {@code ComposeDetails}. */
public final class ThunderbirdReader {

    private final Locale locale;

    /** @param locale the language of the warnings */
    public ThunderbirdReader(Locale locale) {
        this.locale = locale;
    }

    /**
     * Reads a message that came.
     *
     * @param account Thunderbird's account id
     * @param folder the folder's path
     * @param message a {@code MessageHeader} with {@code headers}, {@code parts} where the body was asked for, {@code known}, the
     *     address book's entries with the author's address or name, and {@code sent}, what the user's own sent mail tells of it
     * @param recipient whose account it is
     */
    public ReadMessage incoming(String account, String folder, JsonNode message, Recipient recipient) {
        Warnings warnings = new Warnings(locale);
        HeaderFields header = new HeaderFields();
        message.path("headers").properties().forEach(field -> field.getValue().forEach(value -> header.add(field.getKey(), value.asText())));
        header.warnOfCutFields(warnings);
        List<Mailbox> authors = Mailboxes.parse(message.path("author").asText(""));
        if (authors.isEmpty()) {
            warnings.add("header.noFrom", Map.of());
        }
        IncomingMessage incoming = new IncomingMessage(
                account, folder, Rfc822Reader.messageId(message.path("headerMessageId").asText("")),
                authors.isEmpty() ? new Mailbox("", "") : authors.get(0), mailboxes(message.path("recipients")), mailboxes(message.path("ccList")),
                HeaderFields.bounded("subject", message.path("subject").asText("")).strip(), date(message, warnings), message.path("size").asLong(0), message.path("junk").asBoolean(false),
                message.path("read").asBoolean(false), message.path("flagged").asBoolean(false), texts(message.path("tags")), recipient.addresses(),
                recipient.names(), Mailboxes.parse(header.raw("reply-to")), ListId.name(header.text("list-id")));
        List<Object> facts = new ArrayList<>();
        facts.add(incoming);
        facts.addAll(header.facts());
        header.mailingList().ifPresent(facts::add);
        facts.addAll(AuthenticationResults.read(header.raw("authentication-results"), recipient.authenticationServers(), recipient.addresses()));
        message.path("known").forEach(person ->
                facts.add(new Correspondent(person.path("name").asText(""), person.path("address").asText("").toLowerCase(Locale.ROOT))));
        facts.addAll(sent(message.path("sent"), incoming.from()));
        if (message.has("parts")) {
            ThunderbirdParts parts = new ThunderbirdParts(message.path("parts"), warnings);
            Body body = parts.body();
            facts.add(body);
            facts.addAll(parts.attachments());
            facts.addAll(HtmlLinks.of(body.getHtml()));
        }
        facts.addAll(Signs.of(facts));
        facts.addAll(warnings.bounds());
        return new ReadMessage(incoming.from(), incoming.subject(), facts, warnings.all());
    }

    /**
     * Reads a message that is about to leave.
     *
     * @param message {@code ComposeDetails} with {@code attachments}, and with {@code original}, a {@code MessageHeader} with {@code headers}, where it
     *     answers a message
     * @param own the writer's other addresses, in lower case
     * @param now when it is sent
     */
    public ReadMessage outgoing(JsonNode message, Set<String> own, Instant now) {
        Warnings warnings = new Warnings(locale);
        List<Mailbox> authors = Mailboxes.parse(message.path("from").asText(""));
        Mailbox author = authors.isEmpty() ? new Mailbox("", "") : authors.get(0);
        Set<String> writer = new HashSet<>(own);
        writer.add(author.address());
        List<Attachment> attachments = new ArrayList<>();
        message.path("attachments").forEach(file -> attachments.add(new Attachment(
                file.path("name").asText(""), file.path("contentType").asText("").toLowerCase(Locale.ROOT), file.path("size").asLong(0), false)));
        OutgoingMessage outgoing = new OutgoingMessage(
                author, writer, mailboxes(message.path("to")), mailboxes(message.path("cc")), mailboxes(message.path("bcc")),
                message.path("subject").asText("").strip(), attachments, message.path("type").asText("").equals("reply"), now);
        List<Object> facts = new ArrayList<>();
        facts.add(outgoing);
        if (message.path("original").isObject()) {
            facts.add(new Reply(original(message.path("original"), writer), outgoing, answeredAlone(message.path("earlier"), writer)));
        }
        facts.add(body(message));
        facts.addAll(attachments);
        return new ReadMessage(outgoing.from(), outgoing.subject(), facts, warnings.all());
    }

    private Original original(JsonNode message, Set<String> own) {
        List<Mailbox> authors = Mailboxes.parse(message.path("author").asText(""));
        JsonNode headers = message.path("headers");
        return new Original(
                authors.isEmpty() ? new Mailbox("", "") : authors.get(0), mailboxes(message.path("recipients")), mailboxes(message.path("ccList")),
                Rfc822Reader.answersTo(joined(headers, "reply-to"), joined(headers, "mail-followup-to")),
                Rfc822Reader.listPost(joined(headers, "list-post"), joined(headers, "list-id"), joined(headers, "precedence")), own,
                date(message, new Warnings(locale)));
    }

    /** Of the user's earlier messages in the thread, those that went to one person. */
    private static Set<String> answeredAlone(JsonNode earlier, Set<String> own) {
        Set<String> alone = new HashSet<>();
        earlier.forEach(message -> {
            Set<String> reached = new HashSet<>();
            for (String field : List.of("recipients", "ccList", "bccList")) {
                mailboxes(message.path(field)).forEach(person -> reached.add(person.address()));
            }
            reached.removeAll(own);
            if (reached.size() == 1) {
                alone.addAll(reached);
            }
        });
        return alone;
    }

    private static String joined(JsonNode headers, String name) {
        return String.join(", ", texts(headers.path(name)));
    }

    private static Body body(JsonNode message) {
        String html = message.path("isPlainText").asBoolean(false) ? "" : message.path("body").asText("");
        String plain = message.path("plainTextBody").asText("");
        if (plain.isBlank()) {
            plain = html.isEmpty() ? message.path("body").asText("") : HtmlText.of(html);
        }
        return new Body(plain, html, HtmlColours.of(html));
    }

    private static Instant date(JsonNode message, Warnings warnings) {
        String date = message.path("date").asText("");
        Optional<Instant> ordinary = OrdinaryDate.readIso(date);
        if (ordinary.isPresent()) {
            return ordinary.get();
        }
        try {
            return Instant.parse(date);
        } catch (DateTimeException e) {
            warnings.add(date.isBlank() ? "header.dateMissing" : "header.noDate", Map.of("date", date));
            return Instant.EPOCH;
        }
    }

    /** Whether it answers a message of the user's, and whether the user has written to its author: then it is no stranger's. */
    private static List<Object> sent(JsonNode sent, String author) {
        List<Object> facts = new ArrayList<>();
        sent.path("answers").forEach(own -> facts.add(new OwnOriginal(own.path("messageId").asText(""), own.path("days").asLong(0))));
        if (sent.has("written")) {
            facts.add(new LastWritten(author, sent.path("written").asLong(0)));
            facts.add(new Correspondent("", author));
        }
        return facts;
    }

    /** The bare addresses in a list of mailboxes as Thunderbird writes them, in lower case. */
    public static List<String> addresses(JsonNode list) {
        return mailboxes(list).stream().map(Mailbox::address).filter(address -> !address.isEmpty()).toList();
    }

    private static List<Mailbox> mailboxes(JsonNode addresses) {
        List<Mailbox> mailboxes = new ArrayList<>();
        texts(addresses).forEach(address -> mailboxes.addAll(Mailboxes.parse(address)));
        return mailboxes;
    }

    private static List<String> texts(JsonNode array) {
        if (array.isTextual()) {
            return List.of(array.textValue());
        }
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText("")));
        return texts;
    }
}
