package org.tripostal.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
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

    private final PrintStream out;
    private final boolean outgoing;
    private final Messages messages;
    private final Explainer explainer;

    CheckText(PrintStream out, Locale locale, boolean outgoing) {
        this.out = out;
        this.outgoing = outgoing;
        this.messages = Messages.in(locale);
        this.explainer = Explainer.forCheck(locale);
    }

    @Override
    public void judged(Path file, ReadMessage message, Decision decision) {
        out.println(file + "  " + message.from() + "  " + message.subject());
        message.warnings().forEach(warning -> line(messages.say("check.warning", Map.of("warning", warning))));
        if (outgoing) {
            decision.findings().forEach(this::finding);
            if (decision.findings().isEmpty()) {
                line(messages.say("check.noFindings"));
            }
        } else {
            for (JsonNode action : explainer.actions(decision.actions())) {
                line(action(action) + ": " + action.path("because").asText());
            }
            if (decision.actions().isEmpty()) {
                line(messages.say("check.stays"));
            }
        }
        out.flush();
    }

    @Override
    public void unreadable(Path file, String reason) {
        out.println(file + "  " + messages.say("check.unreadable", Map.of("reason", reason)));
        out.flush();
    }

    private void finding(Decided decided) {
        Finding finding = (Finding) decided.action();
        line(messages.say("check.severity." + finding.severity().word()) + " " + finding.code() + ": " + explainer.because(decided));
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

    private void line(String text) {
        out.println("    " + text);
    }
}
