package org.tripostal.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;
import org.tripostal.evaluation.Chronology;

/** A drawing (SVG) of misses and false alarms over time, one panel each. */
final class ChronologyPlot {

    private static final int WINDOW = 200;
    private static final int WIDTH = 900;
    private static final int PANEL = 240;
    private static final int LEFT = 60;
    private static final int TOP = 50;
    private static final int GAP = 60;
    private static final int POINTS = 600;
    private static final String OWN = "#0b6e4f";
    private static final String OTHER = "#b5542c";

    private final Messages messages;

    ChronologyPlot(Messages messages) {
        this.messages = messages;
    }

    String draw(List<Chronology.Step> own, List<Chronology.Step> other) {
        StringBuilder svg = new StringBuilder();
        int height = TOP + 2 * PANEL + GAP + 50;
        svg.append(line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">", WIDTH, height));
        svg.append(line("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height));
        svg.append(line("<text x=\"%d\" y=\"22\" font-size=\"16\">%s</text>", LEFT, messages.say("evaluate.spam.plot.title")));
        legend(svg, "Tripostal", OWN, WIDTH - 260);
        double[] ownMisses = misses(own);
        double[] ownAlarms = alarms(own);
        double mostMisses = 1;
        double mostAlarms = Math.max(1, last(ownAlarms));
        if (!other.isEmpty()) {
            legend(svg, "bogofilter", OTHER, WIDTH - 140);
            mostAlarms = Math.max(mostAlarms, last(alarms(other)));
            panel(svg, misses(other), mostMisses, TOP, OTHER);
            panel(svg, alarms(other), mostAlarms, TOP + PANEL + GAP, OTHER);
        }
        panel(svg, ownMisses, mostMisses, TOP, OWN);
        panel(svg, ownAlarms, mostAlarms, TOP + PANEL + GAP, OWN);
        axes(svg, messages.say("evaluate.spam.plot.misses", Map.of("window", WINDOW)), TOP, "100 %", own.size());
        axes(svg, messages.say("evaluate.spam.plot.alarms"), TOP + PANEL + GAP, String.valueOf((int) mostAlarms), own.size());
        return svg.append("</svg>\n").toString();
    }

    private static void legend(StringBuilder svg, String name, String colour, int x) {
        svg.append(line("<line x1=\"%d\" y1=\"18\" x2=\"%d\" y2=\"18\" stroke=\"%s\" stroke-width=\"3\"/><text x=\"%d\" y=\"22\">%s</text>", x, x + 24, colour, x + 30, name));
    }

    private void axes(StringBuilder svg, String title, int top, String most, int count) {
        int bottom = top + PANEL;
        svg.append(line("<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#444\"/>", LEFT, top, bottom, WIDTH - 20));
        svg.append(line("<text x=\"%d\" y=\"%d\">%s</text>", LEFT + 8, top + 4, title));
        svg.append(line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 6, top + 10, most));
        svg.append(line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>", LEFT - 6, bottom));
        svg.append(line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d %s</text>", WIDTH - 20, bottom + 18, count, messages.say("evaluate.spam.plot.messages")));
    }

    private static void panel(StringBuilder svg, double[] values, double most, int top, String colour) {
        StringBuilder path = new StringBuilder();
        int step = Math.max(1, values.length / POINTS);
        for (int i = 0; i < values.length; i += step) {
            double x = LEFT + (double) (WIDTH - LEFT - 20) * i / Math.max(1, values.length - 1);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, top + PANEL * (1 - values[i] / most)));
        }
        svg.append(line("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"/>", path, colour));
    }

    /** After each message, the share of the last spam that was missed. */
    private static double[] misses(List<Chronology.Step> steps) {
        double[] shares = new double[steps.size()];
        Deque<Boolean> window = new ArrayDeque<>();
        int missed = 0;
        for (int i = 0; i < shares.length; i++) {
            if (steps.get(i).spam()) {
                window.add(!steps.get(i).calledSpam());
                missed += steps.get(i).calledSpam() ? 0 : 1;
                if (window.size() > WINDOW) {
                    missed -= window.remove() ? 1 : 0;
                }
            }
            shares[i] = window.isEmpty() ? 0 : (double) missed / window.size();
        }
        return shares;
    }

    private static double[] alarms(List<Chronology.Step> steps) {
        double[] sums = new double[steps.size()];
        int alarms = 0;
        for (int i = 0; i < sums.length; i++) {
            alarms += !steps.get(i).spam() && steps.get(i).calledSpam() ? 1 : 0;
            sums[i] = alarms;
        }
        return sums;
    }

    private static double last(double[] values) {
        return values.length == 0 ? 0 : values[values.length - 1];
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values) + "\n";
    }
}
