package org.tripostal.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Body;

/** The text and the attachments in the {@code parts} of {@code messages.getFull}. */
final class ThunderbirdParts {

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();

    ThunderbirdParts(JsonNode parts) {
        parts.forEach(this::read);
    }

    Body body() {
        String text = plain.toString().isBlank() && html.length() > 0 ? HtmlText.of(html.toString()) : plain.toString();
        return new Body(text, html.toString(), HtmlColours.of(html.toString()));
    }

    List<Attachment> attachments() {
        return attachments;
    }

    private void read(JsonNode part) {
        String contentType = part.path("contentType").asText("").toLowerCase(Locale.ROOT);
        String type = contentType.substring(0, contentType.indexOf(';') < 0 ? contentType.length() : contentType.indexOf(';')).strip();
        String name = part.path("name").asText("");
        boolean text = type.equals("text/html") || type.equals("text/plain") || type.isEmpty();
        boolean container = type.startsWith("multipart/") || (name.isEmpty() && part.path("parts").size() > 0);
        if (container) {
            part.path("parts").forEach(this::read);
        } else if (!text || !name.isEmpty()) {
            boolean inline = type.startsWith("image/") && part.path("headers").has("content-id");
            attachments.add(new Attachment(name, type, part.path("size").asLong(0), inline));
        } else if (type.equals("text/html")) {
            html.append(part.path("body").asText(""));
        } else {
            plain.append(part.path("body").asText(""));
        }
    }
}
