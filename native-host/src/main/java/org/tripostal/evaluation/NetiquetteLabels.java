package org.tripostal.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tripostal.evaluation.MailWriter.MailFile;
import org.tripostal.reader.AddressLists;

/**
 * Labelled outgoing messages, a JSON object a line: a message with {@code labels}, or a pair {@code parent} and {@code reply} with
 * {@code label_reply_all_dropped}. {@code docs/judgement.md} tells each key.
 */
public final class NetiquetteLabels {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_FILE = 64 * 1024 * 1024;
    private static final Pattern COLOUR =
            Pattern.compile("(?i)(?:<font[^>]*\\scolor\\s*=|(?<![-\\w])color\\s*:)(?![\\s\"']*(?:black|white|inherit|auto|windowtext|#?0{3,6}\\b|#?f{3,6}\\b))");

    private final int exposedFrom;

    /** @param exposedFrom how many people in To and Cc are too many; the labels that count them are made afresh by it */
    public NetiquetteLabels(int exposedFrom) {
        this.exposedFrom = exposedFrom;
    }

    /**
     * Reads one line.
     *
     * @param name its name where it has no {@code id}
     * @throws LabelException where it is no labelled message
     */
    public LabelledMessage read(String line, String name) throws LabelException {
        JsonNode label;
        try {
            label = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new LabelException(e.getOriginalMessage());
        }
        if (label.path("parent").isObject() && label.path("reply").isObject()) {
            return pair(label, name);
        }
        if (label.path("labels").isObject()) {
            return message(label, name);
        }
        throw new LabelException("neither “labels” nor “parent” and “reply”");
    }

    private LabelledMessage message(JsonNode label, String name) throws LabelException {
        List<MailFile> files = files(label.path("attachments"));
        String text = label.path("body_text").asText("").isBlank() && label.path("body_html").isTextual() ? null : label.path("body_text").asText("");
        String html = label.path("body_html").asText("").isBlank() ? null : label.path("body_html").asText();
        MailWriter mail = new MailWriter()
                .field("From", label.path("from").asText(""))
                .field("To", texts(label.path("to")))
                .field("Cc", texts(label.path("cc")))
                .field("Bcc", texts(label.path("bcc")))
                .field("Subject", label.path("subject").asText(""));
        return new LabelledMessage(
                label.path("id").asText(name), label.path("lang").asText("und"), label.path("kind").asText(""), Set.of(), mail.with(text, html, files),
                Optional.empty(), truth(label, html, !files.isEmpty()));
    }

    private Map<String, Boolean> truth(JsonNode label, String html, boolean files) {
        JsonNode labels = label.path("labels");
        Map<String, Boolean> truth = new TreeMap<>();
        put(truth, "empty-subject", labels.path("empty_subject"), true);
        put(truth, "shouting-subject", labels.path("shouting_subject"), true);
        put(truth, "shouting-body", labels.path("shouting_body"), true);
        put(truth, "missing-greeting", labels.path("greeting"), false);
        put(truth, "missing-closing", labels.path("closing"), false);
        if (!labels.path("colour").asBoolean() || html != null && COLOUR.matcher(ownMarkup(html)).find()) {
            put(truth, "coloured-text", labels.path("colour"), true);
        }
        if (labels.path("forgotten_attachment").isBoolean()) {
            put(truth, "forgotten-attachment", labels.path("forgotten_attachment"), true);
        } else if (labels.path("mentions_attachment").isBoolean()) {
            truth.put("forgotten-attachment", labels.path("mentions_attachment").booleanValue() && !files);
        }
        if (labels.path("exposed_recipients").isBoolean()) {
            Set<String> seen = new HashSet<>();
            Stream.of("to", "cc").forEach(field -> seen.addAll(AddressLists.addresses(String.join(", ", texts(label.path(field))))));
            seen.removeAll(AddressLists.addresses(label.path("from").asText("")));
            truth.put("exposed-recipients", seen.size() >= exposedFrom && texts(label.path("bcc")).isEmpty());
        }
        return truth;
    }

    private static void put(Map<String, Boolean> truth, String code, JsonNode label, boolean due) {
        if (label.isBoolean()) {
            truth.put(code, label.booleanValue() == due);
        }
    }

    /** The labels count colours of style sheets, links and quotes too, which are not the writer's: what holds no others is not scored. */
    private static String ownMarkup(String html) {
        Document document = Jsoup.parse(html);
        document.select("style, a, blockquote, #divRplyFwdMsg, #divRplyFwdMsg ~ *").remove();
        document.select("font").stream().filter(element -> element.text().isBlank()).forEach(Element::remove);
        return document.body().html();
    }

    /** A reply and what it answers. Where the original asks for answers elsewhere, whom it leaves out is not the writer's doing: not scored. */
    private static LabelledMessage pair(JsonNode label, String name) {
        JsonNode parent = label.path("parent");
        JsonNode reply = label.path("reply");
        byte[] original = new MailWriter()
                .field("From", texts(parent.path("from_")))
                .field("To", texts(parent.path("to")))
                .field("Cc", texts(parent.path("cc")))
                .field("Reply-To", texts(parent.path("reply_to")))
                .field("Message-ID", "<" + LabelledMessage.ORIGINAL_ID + ">")
                .with("", null, List.of());
        byte[] mail = new MailWriter()
                .field("From", texts(reply.path("from_")))
                .field("To", texts(reply.path("to")))
                .field("Cc", texts(reply.path("cc")))
                .field("Subject", reply.path("subject").asText(""))
                .field("In-Reply-To", "<" + LabelledMessage.ORIGINAL_ID + ">")
                .with("", null, List.of());
        Map<String, Boolean> truth = new TreeMap<>();
        if (texts(parent.path("reply_to")).isEmpty()) {
            put(truth, "reply-not-to-all", label.path("label_reply_all_dropped"), true);
        }
        return new LabelledMessage(
                label.path("id").asText(reply.path("file").asText(name)), label.path("lang").asText("und"), label.path("kind").asText("reply pair"),
                Set.copyOf(texts(reply.path("from_"))), mail, Optional.of(original), truth);
    }

    private static List<MailFile> files(JsonNode attachments) throws LabelException {
        List<MailFile> files = new ArrayList<>();
        for (JsonNode file : attachments) {
            if (file.path("size").asLong() > LARGEST_FILE) {
                throw new LabelException("an attachment of more than " + LARGEST_FILE + " bytes");
            }
            files.add(new MailFile(file.path("name").asText(""), file.path("type").asText("").toLowerCase(Locale.ROOT), file.path("size").asInt()));
        }
        return files;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
