package org.tripostal.spam;

/** How much of what the learner says is believed: little where it knows little of the message. */
final class Confidence {

    private Confidence() {}

    /**
     * The weight of the learner's opinion.
     *
     * @param sum the logarithm of the odds among mail like that which was learned
     * @param known the share of the message's features that the learner has met
     */
    static double weight(double sum, double known) {
        return Math.max(-6, Math.min(6, sum)) * known;
    }
}
