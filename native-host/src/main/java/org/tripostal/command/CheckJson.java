package org.tripostal.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Explainer;
import org.tripostal.reader.ReadMessage;

/** One JSON object a line. */
final class CheckJson implements CheckReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final Explainer explainer;
    private final boolean withSpam;

    /** @param withSpam whether the spam pack runs; otherwise nothing is known of spam and the key is left out */
    CheckJson(PrintStream out, Locale locale, boolean withSpam) {
        this.out = out;
        this.explainer = Explainer.forCheck(locale);
        this.withSpam = withSpam;
    }

    @Override
    public void judged(Path file, ReadMessage message, Decision decision, Optional<Decision> now) {
        ObjectNode line = JSON.createObjectNode();
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
        print(line);
    }

    @Override
    public void unreadable(Path file, String reason) {
        print(JSON.createObjectNode().put("file", file.toString()).put("error", reason));
    }

    private void print(ObjectNode line) {
        try {
            out.println(JSON.writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
        }
    }
}
