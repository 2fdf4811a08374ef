package org.tripostal.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;
import org.tripostal.evaluation.NetiquetteScores;
import org.tripostal.evaluation.NetiquetteScores.Wrong;
import org.tripostal.evaluation.Tally;

/** Scores as a table for a person, or as JSON. */
final class NetiquetteReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NetiquetteScores scores;
    private final Messages messages;
    private final NumberFormat shares;

    NetiquetteReport(NetiquetteScores scores, Messages messages, Locale locale) {
        this.scores = scores;
        this.messages = messages;
        this.shares = NumberFormat.getNumberInstance(locale);
        shares.setMinimumFractionDigits(3);
        shares.setMaximumFractionDigits(3);
    }

    void print(PrintStream out) {
        line(out, "code", "labelled", "due", "found", "right", "precision", "recall", "group");
        scores.tallies().forEach((code, groups) -> groups.forEach((group, tally) -> line(
                out, group.equals(NetiquetteScores.ALL) ? code : "", tally.labelled(), tally.due(), tally.hits() + tally.falseAlarms(), tally.hits(),
                share(tally.precision()), share(tally.recall()), group.equals(NetiquetteScores.ALL) ? messages.say("evaluate.all") : group)));
        scores.wrong().forEach(wrong -> out.println(messages.say(
                wrong.missed() ? "evaluate.missed" : "evaluate.falseAlarm", Map.of("code", wrong.code(), "id", wrong.id(), "language", wrong.language(), "kind", wrong.kind()))));
    }

    private void line(PrintStream out, Object code, Object... cells) {
        Object[] headed = cells.clone();
        for (int i = 0; i < headed.length; i++) {
            headed[i] = code.equals("code") ? messages.say("evaluate.head." + cells[i]) : cells[i];
        }
        out.println(String.format("%-21s%9s%7s%7s%7s%11s%9s  ", prepend(code.equals("code") ? messages.say("evaluate.head.code") : code, headed)) + headed[headed.length - 1]);
    }

    private static Object[] prepend(Object first, Object[] rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private String share(double share) {
        return Double.isNaN(share) ? "–" : shares.format(share);
    }

    void printJson(PrintStream out) {
        scores.tallies().forEach((code, groups) -> groups.forEach((group, tally) -> print(out, described(code, group, tally))));
        for (Wrong wrong : scores.wrong()) {
            print(out, JSON.createObjectNode().put("code", wrong.code()).put("wrong", wrong.missed() ? "missed" : "false-alarm").put("id", wrong.id())
                    .put("language", wrong.language()).put("kind", wrong.kind()));
        }
    }

    private static ObjectNode described(String code, String group, Tally tally) {
        ObjectNode node = JSON.createObjectNode().put("code", code);
        if (!group.equals(NetiquetteScores.ALL)) {
            node.put("group", group);
        }
        node.put("labelled", tally.labelled()).put("due", tally.due()).put("hits", tally.hits()).put("falseAlarms", tally.falseAlarms()).put("misses", tally.misses());
        if (tally.hits() + tally.falseAlarms() > 0) {
            node.put("precision", tally.precision());
        }
        if (tally.due() > 0) {
            node.put("recall", tally.recall());
        }
        return node;
    }

    private static void print(PrintStream out, ObjectNode line) {
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
        }
    }
}
