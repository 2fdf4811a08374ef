package org.tripostal.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tripostal.mail.SpamLimits;

/**
 * Seeks the weights of evidence that miss the least spam where a false alarm counts as much as thirty misses: one weight at a time, in steps that get smaller
 * (coordinate descent), as long as that helps. What lies close to the threshold counts in part, so that wanted mail keeps a distance from it. A small set counts as
 * much as a larger one. No weight moves farther than a quarter from what it was, and what speaks for an honest sender does not move at all: whatever the mail at
 * hand says, a weight stays what a person would believe. The same messages give the same weights.
 */
public final class WeightFit {

    /** Evidence found in fewer messages than this is too rare to be fitted. */
    public static final int FEWEST = 12;

    private static final double[] STEPS = {0.5, 0.3, 0.2, 0.1, 0.1};
    private static final double FALSE_ALARM = 30;
    private static final double STEEPNESS = 2.5;

    /** Spam is to lie this far above the threshold, and wanted mail this far below. */
    private static final double SPAM_ABOVE = 0.15;
    private static final double WANTED_BELOW = 0.55;

    /** What a weight costs for the square of how far it is moved. */
    private static final double PULL = 1.5;
    private static final double FARTHEST_SHARE = 0.25;
    private static final double FARTHEST = 0.3;
    private static final double LEAST = 0.1;
    private static final double MOST = 5;

    /** Messages of a kind that a set is taken to have at least, and how much more each of a small set counts at most. */
    private static final double PER_SET = 2_000;
    private static final double MOST_PER_MESSAGE = 5;

    /**
     * A message, by the evidence found in it.
     *
     * @param set the set it belongs to
     * @param spam what it is
     * @param evidence the names of its evidence
     */
    public record Sample(String set, boolean spam, Set<String> evidence) {}

    private final Map<String, Double> before;

    /** @param before the weights so far: their names, and which of them speak against spam (below 0) */
    public WeightFit(Map<String, Double> before) {
        this.before = new TreeMap<>(before);
    }

    /**
     * The fitted weights; what is too rare, and what speaks against spam, is not among them.
     *
     * @param limits from where on a message is spam
     */
    public Map<String, Double> fit(Collection<Sample> samples, SpamLimits limits) {
        List<Sample> all = new ArrayList<>(samples);
        Map<String, Integer> sizes = new HashMap<>();
        Map<String, List<Integer>> places = new TreeMap<>();
        double[] sums = new double[all.size()];
        for (int i = 0; i < sums.length; i++) {
            Sample sample = all.get(i);
            sizes.merge(sample.set() + sample.spam(), 1, Integer::sum);
            sums[i] = limits.prior() - limits.spam();
            for (String name : sample.evidence()) {
                double weight = before.getOrDefault(name, 0.0);
                sums[i] += weight;
                if (weight > 0) {
                    places.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
                }
            }
        }
        places.values().removeIf(of -> of.size() < FEWEST);
        double[] counts = all.stream().mapToDouble(sample ->
                Math.max(1, Math.min(MOST_PER_MESSAGE, PER_SET / sizes.get(sample.set() + sample.spam()))) * (sample.spam() ? 1 : FALSE_ALARM)).toArray();
        Map<String, Double> fitted = new TreeMap<>();
        places.keySet().forEach(name -> fitted.put(name, before.get(name)));
        for (double step : STEPS) {
            places.forEach((name, of) -> {
                for (double by : new double[] {step, -step}) {
                    while (helps(name, by, of, fitted, all, sums, counts)) {
                        of.forEach(place -> sums[place] += by);
                        fitted.merge(name, by, Double::sum);
                    }
                }
            });
        }
        return fitted;
    }

    private boolean helps(String name, double by, List<Integer> places, Map<String, Double> fitted, List<Sample> all, double[] sums, double[] counts) {
        double was = before.get(name);
        double now = fitted.get(name);
        double farthest = Math.max(FARTHEST, FARTHEST_SHARE * was) + 1e-9;
        if (Math.abs(now + by - was) > farthest || now + by < LEAST - 1e-9 || now + by > MOST + 1e-9) {
            return false;
        }
        double change = PULL * (square(now + by - was) - square(now - was));
        for (int place : places) {
            boolean spam = all.get(place).spam();
            change += counts[place] * (error(spam, sums[place] + by) - error(spam, sums[place]));
        }
        return change < -1e-6;
    }

    private static double square(double value) {
        return value * value;
    }

    /** How wrong a message lies, from 0 to 1. */
    private static double error(boolean spam, double beyond) {
        return spam ? 1 / (1 + Math.exp(STEEPNESS * (beyond - SPAM_ABOVE))) : 1 / (1 + Math.exp(-STEEPNESS * (beyond + WANTED_BELOW)));
    }
}
