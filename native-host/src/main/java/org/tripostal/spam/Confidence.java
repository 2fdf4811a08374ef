package org.tripostal.spam;

/**
 * How much of what the learner says is believed. In the mailbox that it learned from, what it has not met before is odd; in another mailbox it only means
 * that it knows nothing of it. So it is believed at home, and elsewhere little that speaks for spam, the less the less it knows. The numbers are fitted
 * together with the weights of evidence, see {@code docs/judgement.md}.
 */
final class Confidence {

    private static final double MOST = 6;
    private static final double MOST_ABROAD = 4;

    private static final double AT_HOME = 3.3;
    private static final double HOME_ITSELF = 2.6;
    private static final double WANTED_ABROAD = 2.2;
    private static final double SPAM_ABROAD = 0.9;

    private Confidence() {}

    /**
     * The weight of the learner's opinion.
     *
     * @param sum the logarithm of the odds among mail like that which was learned
     * @param known the share of the message's features that the learner has met, from 0 to 1
     * @param atHome whether the message lies in the mailbox that was learned from
     */
    static double weight(double sum, double known, boolean atHome) {
        double bounded = Math.max(-MOST, Math.min(MOST, sum));
        if (atHome) {
            return AT_HOME * bounded + HOME_ITSELF * known;
        }
        return bounded < 0 ? WANTED_ABROAD * bounded : SPAM_ABROAD * Math.min(MOST_ABROAD, bounded) * known;
    }
}
