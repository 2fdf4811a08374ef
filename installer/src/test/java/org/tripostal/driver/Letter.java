package org.tripostal.driver;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A message to be delivered.
 *
 * @param id the Message-ID, without its angle brackets
 */
public record Letter(String id, Map<String, String> headers, String body) {

    /** A short plain message from somebody. */
    public static Letter from(String sender) {
        String id = UUID.randomUUID() + "@letters.example";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", "<" + id + ">");
        headers.put("From", sender);
        headers.put("Date", java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(java.time.ZonedDateTime.now()));
        headers.put("Subject", "A word from " + sender.split(" <", 2)[0]);
        headers.put("MIME-Version", "1.0");
        headers.put("Content-Type", "text/plain; charset=utf-8");
        return new Letter(id, headers, "Hello,\r\n\r\nsee you soon.\r\n\r\nBest regards\r\n");
    }

    /** The same letter with one more header, or another value for one that it has. */
    public Letter with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Letter(id, more, body);
    }

    /** The same letter with another text, such as {@code text/html}. */
    public Letter saying(String type, String text) {
        return new Letter(id, with("Content-Type", type + "; charset=utf-8").headers(), text);
    }

    /** The same letter with a file of that name attached. */
    public Letter attaching(String file) {
        String parts = "--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body + "\r\n--part\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Disposition: attachment; filename=\"" + file + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAAMAAAAEAAAA\r\n--part--\r\n";
        return new Letter(id, with("Content-Type", "multipart/mixed; boundary=part").headers(), parts);
    }

    /** As it travels. */
    public byte[] bytes(String recipient) {
        StringBuilder text = new StringBuilder();
        with("To", recipient).headers().forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }
}
