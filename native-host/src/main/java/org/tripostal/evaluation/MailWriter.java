package org.tripostal.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes a message (RFC 5322, MIME) of given parts, so that what is scored takes the way that every message takes. */
final class MailWriter {

    private static final String LINE = "\r\n";

    private final StringBuilder header = new StringBuilder();
    private final StringBuilder parts = new StringBuilder();
    private int boundaries;

    /** Adds a header field in UTF-8 (RFC 6532); none where there is no value. */
    MailWriter field(String name, String value) {
        if (!value.isBlank()) {
            header.append(name).append(": ").append(value.replaceAll("[\\r\\n]+", " ").strip()).append(LINE);
        }
        return this;
    }

    /** Adds a field of addresses. */
    MailWriter field(String name, List<String> addresses) {
        return field(name, String.join(", ", addresses));
    }

    /** The whole message. {@code null} for a text that is not there. */
    byte[] with(String text, String html, List<MailFile> files) {
        String body = body(text, html);
        if (!files.isEmpty()) {
            String boundary = boundary();
            StringBuilder mixed = new StringBuilder(multipart("mixed", boundary)).append("--").append(boundary).append(LINE).append(body);
            files.forEach(file -> mixed.append("--").append(boundary).append(LINE).append(file(file)));
            body = mixed.append("--").append(boundary).append("--").append(LINE).toString();
        }
        return (header + "MIME-Version: 1.0" + LINE + body).getBytes(StandardCharsets.UTF_8);
    }

    private String body(String text, String html) {
        if (html == null) {
            return leaf("plain", text == null ? "" : text);
        }
        if (text == null) {
            return leaf("html", html);
        }
        String boundary = boundary();
        return multipart("alternative", boundary) + "--" + boundary + LINE + leaf("plain", text) + "--" + boundary + LINE + leaf("html", html)
                + "--" + boundary + "--" + LINE;
    }

    private String boundary() {
        return "=_" + ++boundaries + "_part";
    }

    private static String multipart(String kind, String boundary) {
        return "Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"" + LINE + LINE;
    }

    private static String leaf(String kind, String text) {
        return "Content-Type: text/" + kind + "; charset=utf-8" + LINE + base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(MailFile file) {
        String name = file.name().isBlank() ? "" : "; filename=\"" + file.name().replaceAll("[\"\\\\\\p{Cntrl}]", "_") + "\"";
        String type = file.type().matches("[\\w.+-]+/[\\w.+-]+") ? file.type() : "application/octet-stream";
        return "Content-Type: " + type + LINE + "Content-Disposition: attachment" + name + LINE + base64(new byte[file.size()]);
    }

    private static String base64(byte[] bytes) {
        return "Content-Transfer-Encoding: base64" + LINE + LINE + Base64.getMimeEncoder().encodeToString(bytes) + LINE;
    }

    /**
     * A file that is attached; what it holds does not matter.
     *
     * @param name its name; may be empty
     * @param type its media type; taken for unknown where it cannot be one
     * @param size in bytes, before encoding
     */
    record MailFile(String name, String type, int size) {}
}
