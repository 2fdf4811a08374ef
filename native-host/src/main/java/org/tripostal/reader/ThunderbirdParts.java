package org.tripostal.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Body;

/**
 * The text and the attachments in the {@code parts} of {@code messages.getFull}, within the same bounds as those of a message on disk; where a bound bites,
 * a warning says so.
 */
final class ThunderbirdParts {

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Warnings warnings;
    private int parts;

    ThunderbirdParts(JsonNode parts, Warnings warnings) {
        this.warnings = warnings;
        parts.forEach(part -> read(part, 0));
    }

    Body body() {
        String source = html.toString();
        String text = plain.toString();
        boolean none = text.isBlank() && !source.isEmpty();
        return new Body(() -> none ? HtmlText.of(source) : text, source, () -> HtmlColours.of(source));
    }

    List<Attachment> attachments() {
        return attachments;
    }

    private void read(JsonNode part, int depth) {
        if (++parts > MimeContent.MOST_PARTS) {
            warnings.add("mime.tooManyParts", Map.of("limit", MimeContent.MOST_PARTS));
            return;
        }
        // Thunderbird puts the whole message round its parts: one level more than on disk.
        if (depth > MimeContent.DEEPEST + 1) {
            warnings.add("mime.tooDeep", Map.of("limit", MimeContent.DEEPEST));
            return;
        }
        String contentType = part.path("contentType").asText("").toLowerCase(Locale.ROOT);
        String type = contentType.substring(0, contentType.indexOf(';') < 0 ? contentType.length() : contentType.indexOf(';')).strip();
        String name = part.path("name").asText("");
        boolean text = type.equals("text/html") || type.equals("text/plain") || type.isEmpty();
        boolean container = type.startsWith("multipart/") || (name.isEmpty() && part.path("parts").size() > 0);
        if (container) {
            part.path("parts").forEach(inner -> read(inner, depth + 1));
        } else if (!text || !name.isEmpty() && !isTheText(part)) {
            boolean inline = type.startsWith("image/") && part.path("headers").has("content-id");
            attachments.add(new Attachment(name, type, part.path("size").asLong(0), inline));
        } else if (type.equals("text/html")) {
            append(html, part.path("body").asText(""));
        } else {
            append(plain, part.path("body").asText(""));
        }
    }

    /** A text with a name is a file, but for the first there is, as in {@link MimeContent}. */
    private boolean isTheText(JsonNode part) {
        String disposition = part.path("headers").path("content-disposition").path(0).asText("").strip().toLowerCase(Locale.ROOT);
        return plain.toString().isBlank() && html.isEmpty() && !disposition.startsWith("attachment");
    }

    private void append(StringBuilder text, String body) {
        int room = Math.min(body.length(), MimeContent.LONGEST_TEXT - text.length());
        if (room < body.length()) {
            warnings.add("mime.textTooLong", Map.of("limit", MimeContent.LONGEST_TEXT));
        }
        text.append(body, 0, room);
    }
}
