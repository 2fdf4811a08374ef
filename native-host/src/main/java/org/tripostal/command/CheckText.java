package org.tripostal.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;
import org.tripostal.action.Finding;
import org.tripostal.engine.Decided;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Explainer;
import org.tripostal.reader.ReadMessage;

/** A few lines a message, for a person. */
final class CheckText implements CheckReport {

    private static final String INDENT = "    ";

    private final boolean outgoing;
    private final Messages messages;
    private final Explainer explainer;

    CheckText(Locale locale, boolean outgoing) {
        this.outgoing = outgoing;
        this.messages = Messages.in(locale);
        this.explainer = Explainer.forCheck(locale);
    }

    @Override
    public byte[] judged(Path file, ReadMessage message, Decision decision) {
        StringBuilder text = new StringBuilder();
        line(text, "", file + "  " + message.from() + "  " + message.subject());
        message.warnings().forEach(warning -> line(text, INDENT, messages.say("check.warning", Map.of("warning", warning))));
        if (outgoing) {
            decision.findings().forEach(decided -> line(text, INDENT, finding(decided)));
            if (decision.findings().isEmpty()) {
                line(text, INDENT, messages.say("check.noFindings"));
            }
        } else {
            for (JsonNode action : explainer.actions(decision.actions())) {
                line(text, INDENT, action(action) + ": " + action.path("because").asText());
            }
            if (decision.actions().isEmpty()) {
                line(text, INDENT, messages.say("check.stays"));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] unreadable(Path file, String reason) {
        StringBuilder text = new StringBuilder();
        line(text, "", file + "  " + messages.say("check.unreadable", Map.of("reason", reason)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String finding(Decided decided) {
        Finding finding = (Finding) decided.action();
        return messages.say("check.severity." + finding.severity().word()) + " " + finding.code() + ": " + explainer.because(decided);
    }

    private String action(JsonNode action) {
        return switch (action.path("type").asText()) {
            case "file-into" -> messages.say("check.fileInto", Map.of("folder", action.path("folder").asText()));
            case "mark-junk" -> messages.say("check.markJunk");
            case "keep" -> messages.say("check.keep");
            case "mark-not-junk" -> messages.say("check.markNotJunk");
            case "add-tag" -> messages.say("check.addTag", Map.of("tag", action.path("tag").asText()));
            case "flag" -> messages.say("check.flag");
            case "mark-read" -> messages.say("check.markRead");
            case "notify" -> messages.say("check.notify", Map.of("text", action.path("text").asText()));
            default -> throw new IllegalArgumentException("an action without words: " + action);
        };
    }

    private static void line(StringBuilder text, String indent, String words) {
        text.append(indent).append(words).append(System.lineSeparator());
    }
}
