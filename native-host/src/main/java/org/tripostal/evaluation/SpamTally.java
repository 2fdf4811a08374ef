package org.tripostal.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What came of judging messages of which it is known whether they are spam. */
public final class SpamTally {

    private final List<JudgedMail> wanted = new ArrayList<>();
    private final List<JudgedMail> spam = new ArrayList<>();

    void count(JudgedMail judged) {
        (judged.mail().spam() ? spam : wanted).add(judged);
    }

    /** Wanted messages. */
    public int wanted() {
        return wanted.size();
    }

    /** Messages of spam. */
    public int spam() {
        return spam.size();
    }

    /** Wanted messages that were called spam. */
    public int falseAlarms() {
        return (int) wanted.stream().filter(JudgedMail::isCalledSpam).count();
    }

    /** Spam that was not called spam; what was called unsure is among it. */
    public int misses() {
        return spam() - (int) spam.stream().filter(JudgedMail::isCalledSpam).count();
    }

    /** Wanted messages of which the rules were not sure. */
    public int unsureWanted() {
        return (int) wanted.stream().filter(JudgedMail::isUnsure).count();
    }

    /** Spam of which the rules were not sure. */
    public int unsureSpam() {
        return (int) spam.stream().filter(JudgedMail::isUnsure).count();
    }

    /**
     * What another threshold would have come to.
     *
     * @param threshold the logarithm of odds from which on a message would have been spam
     * @param falseAlarms wanted messages at or above it
     * @param misses spam below it
     */
    public record Point(double threshold, int falseAlarms, int misses) {}

    /** The whole curve (ROC), from the highest threshold to the lowest, a point for each number of false alarms: the fewest misses at that number. */
    public List<Point> curve() {
        double[] above = wanted.stream().mapToDouble(JudgedMail::logOdds).sorted().toArray();
        List<Double> spamScores = spam.stream().map(JudgedMail::logOdds).sorted(Comparator.reverseOrder()).toList();
        List<Point> points = new ArrayList<>();
        int caught = 0;
        for (int alarms = 0; alarms <= above.length; alarms++) {
            double next = alarms < above.length ? above[above.length - 1 - alarms] : Double.NEGATIVE_INFINITY;
            while (caught < spamScores.size() && spamScores.get(caught) > next) {
                caught++;
            }
            double threshold = caught == 0 ? Double.POSITIVE_INFINITY : spamScores.get(caught - 1);
            points.add(new Point(threshold, alarms, spamScores.size() - caught));
        }
        return points;
    }

    /** The point with the most false alarms that are no greater a share than this, from 0 to 1. */
    public Point at(double falseAlarmShare) {
        return curve().get((int) Math.floor(falseAlarmShare * wanted.size() + 1e-9));
    }
}
