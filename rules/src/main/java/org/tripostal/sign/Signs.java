package org.tripostal.sign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Body;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Sign;

/** Finds the signs of a message that came, each kind once. */
public final class Signs {

    private final Map<String, Sign> found = new LinkedHashMap<>();

    private Signs() {}

    /**
     * The signs of a message.
     *
     * @param facts the message and what was read of it; where the text is not there, only the header is looked at
     */
    public static List<Sign> of(List<?> facts) {
        Signs signs = new Signs();
        List<Header> headers = new ArrayList<>();
        List<Attachment> attachments = new ArrayList<>();
        IncomingMessage message = null;
        Body body = null;
        for (Object fact : facts) {
            if (fact instanceof IncomingMessage incoming) {
                message = incoming;
            } else if (fact instanceof Header header) {
                headers.add(header);
            } else if (fact instanceof Attachment attachment) {
                attachments.add(attachment);
            } else if (fact instanceof Body read) {
                body = read;
            }
        }
        if (message != null) {
            SenderSigns.find(message, headers, signs);
            if (body != null) {
                text(message, body, attachments, signs);
            }
        }
        return List.copyOf(signs.found.values());
    }

    private static void text(IncomingMessage message, Body body, List<Attachment> attachments, Signs signs) {
        ContentSigns content = new ContentSigns(message, signs);
        if (Math.max(body.getHtml().length(), body.getHtml().isEmpty() ? body.getText().length() : 0) > Body.LONGEST_SCAN) {
            signs.add("long-text", String.valueOf(Body.LONGEST_SCAN));
        }
        if (body.getHtml().isEmpty()) {
            content.plain(body.getText().substring(0, Math.min(body.getText().length(), Body.LONGEST_SCAN)));
        } else {
            body.scanHtml(content);
        }
        content.conclude(attachments);
    }

    void add(String kind) {
        add(kind, "", "");
    }

    void add(String kind, String detail) {
        add(kind, detail, "");
    }

    void add(String kind, String detail, String other) {
        found.putIfAbsent(kind, new Sign(kind, detail, other));
    }

    boolean has(String kind) {
        return found.containsKey(kind);
    }
}
