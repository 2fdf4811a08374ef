package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What Thunderbird sends is read within the same bounds as what lies on disk, and it is said where one bites. */
class ThunderbirdBoundsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void aTextWithoutEnd() {
        ReadMessage read = read(message(text("Lorem ipsum dolor sit amet.\n".repeat(100_000))));
        assertThat(Mail.text(read)).hasSize(2 * 1024 * 1024);
        assertThat(read.warnings()).containsExactly("The text is longer than 2,097,152 bytes; the rest was not read.");
    }

    @Test
    void partsWithoutEnd() {
        ObjectNode message = message();
        for (int i = 0; i < 3_000; i++) {
            message.withArray("parts").add(text("a"));
        }
        assertThat(read(message).warnings()).hasSize(1).first().asString().startsWith("The message has more than 1,000 parts");
    }

    @Test
    void partsNestedAHundredDeep() {
        ObjectNode part = text("Deep");
        for (int i = 0; i < 100; i++) {
            ObjectNode around = JSON.objectNode().put("contentType", "multipart/mixed");
            around.putArray("parts").add(part);
            part = around;
        }
        assertThat(read(message(part)).warnings()).containsExactly("Parts are nested more than 30 deep; the deeper ones were not read.");
    }

    @Test
    void aSubjectOfAMegabyte() {
        ObjectNode message = message(text("Hello"));
        message.put("subject", "!".repeat(1_000_000));
        message.putObject("headers").putArray("subject").add("!".repeat(1_000_000));
        ReadMessage read = read(message);
        assertThat(read.subject()).hasSize(64 * 1024);
        assertThat(read.warnings()).containsExactly("The header field subject is longer than 65,536 characters; the rest of it was not read.");
    }

    private static ReadMessage read(ObjectNode message) {
        return new ThunderbirdReader(Locale.ENGLISH).incoming("account1", "/INBOX", message, Mail.NOBODY);
    }

    private static ObjectNode message(ObjectNode... parts) {
        ObjectNode message = JSON.objectNode().put("headerMessageId", "1@example.org").put("author", "ann@example.org").put("subject", "Hello").put("date", "2026-11-02T10:00:00Z");
        for (ObjectNode part : parts) {
            message.withArray("parts").add(part);
        }
        return message;
    }

    private static ObjectNode text(String body) {
        return JSON.objectNode().put("contentType", "text/plain").put("body", body);
    }
}
