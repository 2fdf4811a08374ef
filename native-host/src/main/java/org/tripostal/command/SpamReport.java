package org.tripostal.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tripostal.Messages;
import org.tripostal.evaluation.JudgedMail;
import org.tripostal.evaluation.SpamScores;
import org.tripostal.evaluation.SpamTally;
import org.tripostal.mail.SpamLimits;

/** False alarms and misses as a table for a person, or as JSON; and the whole curves as CSV. */
final class SpamReport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double[] SHARES = {0, 0.001, 0.002, 0.005, 0.01};
    private static final int MOST_REASONS = 4;

    private final SpamScores scores;
    private final Messages messages;
    private final Locale locale;

    SpamReport(SpamScores scores, Messages messages, Locale locale) {
        this.scores = scores;
        this.messages = messages;
        this.locale = locale;
    }

    private Map<String, SpamTally> tallies() {
        Map<String, SpamTally> tallies = new TreeMap<>(scores.sets());
        if (tallies.size() != 1) {
            tallies.put(messages.say("evaluate.all"), scores.all());
        }
        return tallies;
    }

    void print(PrintStream out) {
        String row = "%-20s%8s%14s%8s%8s%8s%16s%8s%n";
        out.printf(row, messages.say("evaluate.spam.set"), messages.say("evaluate.spam.wanted"), messages.say("evaluate.spam.falseAlarms"), "", messages.say("evaluate.spam.unsure"),
                messages.say("evaluate.spam.spam"), messages.say("evaluate.spam.missed"), messages.say("evaluate.spam.unsure"));
        tallies().forEach((name, tally) -> out.printf(row, name, tally.wanted(), tally.falseAlarms(), share(tally.falseAlarms(), tally.wanted()), tally.unsureWanted(),
                tally.spam(), tally.misses() + "  " + share(tally.misses(), tally.spam()), tally.unsureSpam()));
        tallies().forEach((name, tally) -> {
            if (tally.wanted() > 0 && tally.spam() > 0) {
                out.println(messages.say("evaluate.spam.curve", Map.of("set", name)));
                for (double share : SHARES) {
                    SpamTally.Point point = tally.at(share);
                    out.printf(locale, "    %8s %10s  %+.2f%n", share(point.falseAlarms(), tally.wanted()), share(point.misses(), tally.spam()), point.threshold() - limit());
                }
            }
        });
        for (JudgedMail wrong : scores.wrong()) {
            out.println(messages.say(wrong.mail().spam() ? "evaluate.spam.wasMissed" : "evaluate.spam.wasFalse",
                    Map.of("file", wrong.mail().file(), "score", String.format(locale, "%+.1f", wrong.logOdds() - limit()))));
            wrong.reasons().stream().limit(MOST_REASONS).forEach(reason -> out.printf(locale, "      %+6.1f  %s%n", reason.weight(), reason.because()));
        }
    }

    private static double limit() {
        return SpamLimits.DEFAULT.spam();
    }

    private String share(int part, int whole) {
        NumberFormat percent = NumberFormat.getPercentInstance(locale);
        percent.setMinimumFractionDigits(2);
        percent.setMaximumFractionDigits(2);
        return whole == 0 ? "–" : percent.format((double) part / whole);
    }

    void printJson(PrintStream out) {
        tallies().forEach((name, tally) -> {
            ObjectNode node = JSON.createObjectNode().put("set", name).put("wanted", tally.wanted()).put("falseAlarms", tally.falseAlarms()).put("unsureWanted", tally.unsureWanted())
                    .put("spam", tally.spam()).put("misses", tally.misses()).put("unsureSpam", tally.unsureSpam());
            for (double share : SHARES) {
                SpamTally.Point point = tally.at(share);
                node.withArray("roc").addObject().put("falseAlarms", point.falseAlarms()).put("misses", point.misses()).put("threshold", finite(point.threshold()));
            }
            print(out, node);
        });
        for (JudgedMail wrong : scores.wrong()) {
            ObjectNode node = JSON.createObjectNode().put("wrong", wrong.mail().spam() ? "missed" : "false-alarm").put("set", wrong.mail().set())
                    .put("file", wrong.mail().file().toString()).put("verdict", wrong.verdict()).put("logOdds", wrong.logOdds());
            wrong.reasons().forEach(reason ->
                    node.withArray("evidence").addObject().put("name", reason.name()).put("weight", reason.weight()).put("because", reason.because()));
            print(out, node);
        }
    }

    private static Double finite(double number) {
        return Double.isInfinite(number) ? null : number;
    }

    private static void print(PrintStream out, ObjectNode line) {
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
        }
    }

    /** All points of all curves. */
    void writeCurves(Path file) throws IOException {
        StringBuilder csv = new StringBuilder("set,threshold,false_alarms,wanted,misses,spam\n");
        tallies().forEach((name, tally) -> tally.curve().forEach(point -> csv.append(
                String.format(Locale.ROOT, "%s,%.4f,%d,%d,%d,%d%n", name, point.threshold(), point.falseAlarms(), tally.wanted(), point.misses(), tally.spam()))));
        Files.writeString(file, csv);
    }
}
