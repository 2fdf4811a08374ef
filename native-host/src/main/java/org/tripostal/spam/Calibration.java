package org.tripostal.spam;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where wanted mail ends. What was learned is learned again without a third of the messages at a time, and that third is judged: the sums of wanted
 * messages that were not learned say how high wanted mail gets. With few messages, or many more of spam than of wanted mail, that is far up, and the learner
 * must be surer before it is believed. (Held-out calibration; beyond the last messages the tail is taken for an exponential one.)
 *
 * @param border hardly a wanted message comes to a sum above this
 * @param unit how far those that stray do so, on average; above 0
 */
record Calibration(double border, double unit) {

    static final Calibration NONE = new Calibration(0, 1);

    private static final int PARTS = 3;

    /** The share of wanted messages that may lie above the border. */
    private static final double ABOVE = 0.003;

    /** The share of wanted messages that counts as straying. */
    private static final double STRAYING = 0.02;

    private static final int FEWEST_ABOVE = 3;
    private static final double LEAST_UNIT = 1.6;

    /** What is learned from all messages is surer by this than what was learned from two thirds of them. */
    private static final double GAIN = 0.6;
    private static final double LEAST_BORDER = -1.5;

    static Calibration of(Training training) {
        if (training.all().filter(index -> !training.example(index).spam()).limit(FEWEST_ABOVE + 1).count() <= FEWEST_ABOVE) {
            return NONE;
        }
        double[] wanted = IntStream.range(0, PARTS).parallel().mapToObj(part -> heldOut(training, part)).flatMapToDouble(DoubleStream::of).sorted().toArray();
        int straying = above(wanted.length, STRAYING);
        double from = wanted[wanted.length - 1 - straying];
        double strayed = 0;
        for (int i = wanted.length - straying; i < wanted.length; i++) {
            strayed += wanted[i] - from;
        }
        double unit = Math.max(LEAST_UNIT, strayed / straying);
        int above = above(wanted.length, ABOVE);
        double beyondAll = Math.max(0, Math.log((double) above / wanted.length / ABOVE));
        return new Calibration(Math.max(LEAST_BORDER, wanted[wanted.length - 1 - above] + unit * beyondAll - GAIN), unit);
    }

    /** The sums of the wanted messages of one third, which was not learned. */
    private static double[] heldOut(Training training, int part) {
        Weights weights = training.weights(training.all().filter(index -> !isOut(training.example(index), part)).toArray(), 0);
        return training.all().filter(index -> isOut(training.example(index), part) && !training.example(index).spam())
                .mapToDouble(index -> weights.sum(training.example(index).features())).toArray();
    }

    private static boolean isOut(Example example, int part) {
        return Math.floorMod(example.key().hashCode() * 0x7FEB352D >>> 5, PARTS) == part;
    }

    private static int above(int wanted, double share) {
        return Math.min(wanted - 1, Math.max(FEWEST_ABOVE, (int) Math.round(share * wanted)));
    }
}
