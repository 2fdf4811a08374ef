package org.tripostal.spam;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns {@link Weights} from examples: counts for naive Bayes, and ten rounds of stochastic gradient steps for the regression, whose size falls with what a feature has
 * been moved before (AdaGrad). The examples are unpacked once, for all rounds and for the thirds that {@link Calibration} holds out, and the places of the
 * table are put in the order of how often they are needed: the frequent ones stay in the processor's cache. That alters no sum.
 */
final class Training {

    private static final int ROUNDS = 10;
    private static final float STEP = 0.1f;

    /** Where the regression is this sure of an example there is nothing to learn from it. */
    private static final double SURE = 0.02;

    /** A wanted message counts as much as two of spam: to lose it is the graver error. */
    private static final float WANTED = 2;

    /** How many messages the belief that a new feature says nothing is worth (Robinson's s). */
    private static final float DOUBT = 0.1f;

    private static final int MOST_HOMES = Weights.MOST_HOMES;
    private static final int FEWEST_AT_HOME = 3;
    private static final int HOME_SHARE = 500;

    private final List<Example> examples;
    private final int[][] cells;
    private final int[][] ends;
    private final int[] homes;
    private final int[] ranks;

    /** @param examples in an order that does not depend on when they came */
    Training(List<Example> examples) {
        this.examples = examples;
        cells = new int[examples.size()][];
        ends = new int[examples.size()][];
        homes = new int[examples.size()];
        int[] often = new int[Weights.PLACES];
        int[] room = new int[examples.stream().mapToInt(example -> example.packed().length).max().orElse(0)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Arrays.copyOf(room, examples.get(i).unpack(room));
            ends[i] = ends(cells[i]);
            for (int feature : cells[i]) {
                often[Weights.place(feature)]++;
                homes[i] = FeatureSet.isPlace(feature) ? feature : homes[i];
            }
        }
        ranks = ranks(often);
        for (int[] of : cells) {
            for (int f = 0; f < of.length; f++) {
                of[f] = 2 * ranks[Weights.place(of[f])];
            }
        }
    }

    /** Where the pairs of words end, the single words, and the signs: features come in this order, the servers' sites last. */
    private static int[] ends(int[] features) {
        int[] ends = new int[3];
        for (int feature : features) {
            ends[0] += feature < 0 ? 1 : 0;
            ends[1] += feature < 0 || !FeatureSet.isSign(feature) && !FeatureSet.isPlace(feature) ? 1 : 0;
            ends[2] += FeatureSet.isPlace(feature) ? 0 : 1;
        }
        return ends;
    }

    /** For each place which one it is when they are sorted by how often they are needed, the most needed first. */
    private static int[] ranks(int[] often) {
        int most = Arrays.stream(often).max().orElse(0);
        int[] next = new int[most + 2];
        for (int count : often) {
            next[most - count + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] ranks = new int[often.length];
        for (int place = 0; place < often.length; place++) {
            ranks[place] = next[most - often[place]]++;
        }
        return ranks;
    }

    /** The places of all examples. */
    IntStream all() {
        return IntStream.range(0, cells.length);
    }

    Example example(int index) {
        return examples.get(index);
    }

    /** Learns from all examples. */
    Weights weights(long generation) {
        return weights(all().toArray(), generation);
    }

    /**
     * Learns from some of the examples.
     *
     * @param which their places; the array is left in another order
     */
    Weights weights(int[] which, long generation) {
        int[] inSpam = new int[Weights.PLACES];
        int[] inWanted = new int[Weights.PLACES];
        Map<Integer, Integer> sites = new HashMap<>();
        int spam = 0;
        for (int index : which) {
            boolean isSpam = examples.get(index).spam();
            spam += isSpam ? 1 : 0;
            int[] counts = isSpam ? inSpam : inWanted;
            for (int cell : cells[index]) {
                counts[cell / 2]++;
            }
            if (homes[index] != 0) {
                sites.merge(homes[index], 1, Integer::sum);
            }
        }
        byte[] seen = new byte[Weights.PLACES];
        byte[] odds = new byte[Weights.PLACES];
        for (int place = 0; place < Weights.PLACES; place++) {
            int rank = ranks[place];
            seen[place] = (byte) Math.min(inSpam[rank] + inWanted[rank], Byte.MAX_VALUE);
            odds[place] = odds(inSpam[rank], inWanted[rank], Math.max(1, spam), Math.max(1, which.length - spam));
        }
        Set<Integer> home = home(sites, which.length);
        float[] weights = new float[Weights.PLACES];
        float bias = spam == 0 || spam == which.length ? 0 : regression(which, weights); // of one kind alone nothing tells them apart
        return new Weights(weights, seen, odds, home, bias, Calibration.NONE, spam, which.length - spam, generation);
    }

    /** @return what speaks for spam in every message */
    private float regression(int[] order, float[] weights) {
        // A weight and what it has been moved lie side by side: they are always needed together, and the table is larger than a processor's cache.
        float[] table = new float[2 * Weights.PLACES];
        float bias = 0;
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[other];
                order[other] = swapped;
            }
            for (int index : order) {
                int[] of = cells[index];
                int[] end = ends[index];
                boolean spam = examples.get(index).spam();
                float scale = Weights.scale(of.length);
                float sum = sum(table, of, end[1], end[2], Weights.SIGN * scale,
                        sum(table, of, end[0], end[1], scale, sum(table, of, 0, end[0], Weights.PAIR * scale, bias)));
                float error = (float) ((spam ? 1 : 0) - 1 / (1 + Math.exp(-sum)));
                if (Math.abs(error) < SURE) {
                    continue;
                }
                error *= spam ? 1 : WANTED;
                move(table, of, 0, end[0], error * (Weights.PAIR * scale));
                move(table, of, end[0], end[1], error * scale);
                move(table, of, end[1], end[2], error * (Weights.SIGN * scale));
                bias += STEP * error;
            }
        }
        for (int place = 0; place < Weights.PLACES; place++) {
            weights[place] = table[2 * ranks[place]];
        }
        return bias;
    }

    private static float sum(float[] table, int[] cells, int from, int to, float value, float before) {
        float sum = before;
        for (int i = from; i < to; i++) {
            sum += table[cells[i]] * value;
        }
        return sum;
    }

    private static void move(float[] table, int[] cells, int from, int to, float gradient) {
        float square = gradient * gradient;
        float step = STEP * gradient;
        for (int i = from; i < to && gradient != 0; i++) {
            int cell = cells[i];
            float moved = table[cell + 1] + square;
            table[cell + 1] = moved;
            table[cell] += step / (float) Math.sqrt(moved);
        }
    }

    /** The sites whose servers put at least three messages, and one in five hundred, into the mailbox. */
    private static Set<Integer> home(Map<Integer, Integer> places, int messages) {
        int fewest = Math.max(FEWEST_AT_HOME, messages / HOME_SHARE);
        return places.entrySet().stream()
                .filter(place -> place.getValue() >= fewest)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_HOMES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte odds(int inSpam, int inWanted, float spam, float wanted) {
        int count = inSpam + inWanted;
        if (count == 0) {
            return 0;
        }
        float share = inSpam / spam / (inSpam / spam + inWanted / wanted);
        float believed = (DOUBT / 2 + count * share) / (DOUBT + count);
        double logarithm = Math.log(believed / (1 - believed));
        return (byte) (Math.abs(logarithm) < Weights.LEAST_ODDS ? 0 : Math.max(-127, Math.min(127, Math.round(logarithm * Weights.ODDS_UNIT))));
    }
}
