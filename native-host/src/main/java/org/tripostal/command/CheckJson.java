package org.tripostal.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Explainer;
import org.tripostal.reader.ReadMessage;

/** One JSON object a line. */
final class CheckJson implements CheckReport {

    /** Without an ObjectMapper, which would take longer to set up than a thousand messages to judge. */
    private static final JsonFactory JSON = new JsonFactory();

    private static final int USUAL_LINE = 512;

    private final Explainer explainer;
    private final boolean withSpam;

    /** @param withSpam whether the spam pack runs; otherwise nothing is known of spam and the key is left out */
    CheckJson(Locale locale, boolean withSpam) {
        this.explainer = Explainer.forCheck(locale);
        this.withSpam = withSpam;
    }

    @Override
    public byte[] judged(Path file, ReadMessage message, Decision decision, Optional<Decision> now) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("file", file.toString());
        line.put("from", message.from());
        line.put("subject", message.subject());
        ArrayNode warnings = line.putArray("warnings");
        message.warnings().forEach(warnings::add);
        line.set("actions", explainer.actions(decision.actions()));
        line.set("lost", explainer.lost(decision.lost()));
        line.set("findings", explainer.findings(decision.findings()));
        if (withSpam) {
            line.set("spam", explainer.spam(decision.spam()));
        }
        now.ifPresent(other -> {
            ObjectNode inForce = line.putObject("inForce");
            inForce.set("actions", explainer.actions(other.actions()));
            inForce.set("findings", explainer.findings(other.findings()));
        });
        return written(line);
    }

    @Override
    public byte[] unreadable(Path file, String reason) {
        return written(JsonNodeFactory.instance.objectNode().put("file", file.toString()).put("error", reason));
    }

    private static byte[] written(ObjectNode line) {
        // By way of a text: half a character in a malformed subject becomes a question mark then, and is no error.
        StringWriter out = new StringWriter(USUAL_LINE);
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            write(line, generator);
        } catch (IOException e) {
            throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
        }
        return out.append(System.lineSeparator()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, JsonGenerator out) throws IOException {
        if (node.isObject()) {
            out.writeStartObject();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                out.writeFieldName(member.getKey());
                write(member.getValue(), out);
            }
            out.writeEndObject();
        } else if (node.isArray()) {
            out.writeStartArray();
            for (JsonNode element : node) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (node.isTextual()) {
            out.writeString(node.textValue());
        } else {
            out.writeNumber(node.doubleValue());
        }
    }
}
