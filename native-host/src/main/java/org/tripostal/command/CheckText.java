package org.tripostal.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    public byte[] judged(Path file, ReadMessage message, Decision decision, Optional<Decision> now) {
        StringBuilder text = new StringBuilder();
        line(text, "", file + "  " + message.from() + "  " + message.subject());
        message.warnings().forEach(warning -> line(text, INDENT, messages.say("check.warning", Map.of("warning", warning))));
        said(decision).forEach(words -> line(text, INDENT, words));
        now.ifPresent(other -> {
            line(text, INDENT, messages.say("check.now"));
            said(other).forEach(words -> line(text, INDENT + INDENT, words));
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> said(Decision decision) {
        List<String> said = new ArrayList<>();
        if (outgoing) {
            decision.findings().forEach(finding -> said.add(finding(finding)));
        } else {
            explainer.actions(decision.actions()).forEach(action -> said.add(because(action(action), action.path("because").asText())));
        }
        return said.isEmpty() ? List.of(messages.say(outgoing ? "check.noFindings" : "check.stays")) : said;
    }

    @Override
    public byte[] unreadable(Path file, String reason) {
        StringBuilder text = new StringBuilder();
        line(text, "", file + "  " + messages.say("check.unreadable", Map.of("reason", reason)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String finding(Decided decided) {
        Finding finding = (Finding) decided.action();
        return because(messages.say("check.severity." + finding.severity().word()) + " " + finding.code(), explainer.because(decided));
    }

    private String because(String what, String because) {
        return messages.say("check.because", Map.of("what", what, "because", because));
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
