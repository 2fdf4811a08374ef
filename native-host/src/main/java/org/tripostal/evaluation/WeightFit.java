package org.tripostal.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fits the weights of evidence by logistic regression: stochastic steps that fall with what a weight was moved before (AdaGrad), with a pull towards zero.
 * Each set counts about the same, however large; a wanted message counts as much as five of spam. A weight keeps its sign, whatever the mail at hand says:
 * what speaks for an honest sender never comes to speak against him. The same messages give the same weights.
 */
public final class WeightFit {

    /** Evidence found in fewer messages than this is too rare to be fitted. */
    public static final int FEWEST = 12;

    private static final int ROUNDS = 60;
    private static final double STEP = 0.3;
    private static final double PULL = 0.002;
    private static final double WANTED = 5;
    private static final double PER_SET = 1_000;
    private static final double MOST_PER_MESSAGE = 1.5;
    private static final double LEAST = 0.1;
    private static final double MOST = 5;
    private static final double MOST_FOR_WANTED = 3.5;

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
     * The fitted weights; what is too rare is not among them.
     *
     * @param prior what is believed before any evidence is known, natural logarithm of the odds of spam
     */
    public Map<String, Double> fit(Collection<Sample> samples, double prior) {
        Map<String, Integer> found = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (Sample sample : samples) {
            sample.evidence().forEach(name -> found.merge(name, 1, Integer::sum));
            sizes.merge(sample.set() + sample.spam(), 1, Integer::sum);
        }
        List<String> names = before.keySet().stream().filter(name -> found.getOrDefault(name, 0) >= FEWEST).toList();
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        List<Sample> all = new ArrayList<>(samples);
        double[] weights = new double[names.size()];
        double[] moved = new double[names.size()];
        Random random = new Random(1);
        for (int step = 0; step < ROUNDS * all.size(); step++) {
            Sample sample = all.get(random.nextInt(all.size()));
            int[] at = sample.evidence().stream().filter(places::containsKey).mapToInt(places::get).toArray();
            double sum = prior + rare(sample, places);
            for (int place : at) {
                sum += weights[place];
            }
            double counts = (sample.spam() ? 1 : WANTED) * Math.min(MOST_PER_MESSAGE, PER_SET / sizes.get(sample.set() + sample.spam()));
            double error = ((sample.spam() ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * counts;
            for (int place : at) {
                double gradient = error - PULL * weights[place];
                moved[place] += gradient * gradient;
                weights[place] = bounded(names.get(place), weights[place] + STEP * gradient / Math.sqrt(1e-3 + moved[place]));
            }
        }
        Map<String, Double> fitted = new TreeMap<>();
        names.forEach(name -> fitted.put(name, weights[places.get(name)]));
        return fitted;
    }

    private double rare(Sample sample, Map<String, Integer> places) {
        return sample.evidence().stream().filter(name -> !places.containsKey(name)).mapToDouble(name -> before.getOrDefault(name, 0.0)).sum();
    }

    private double bounded(String name, double weight) {
        return before.get(name) < 0 ? Math.max(-MOST_FOR_WANTED, Math.min(-LEAST, weight)) : Math.max(LEAST, Math.min(MOST, weight));
    }
}
