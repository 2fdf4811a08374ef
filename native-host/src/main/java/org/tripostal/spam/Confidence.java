package org.tripostal.spam;

/**
 * How much of what the learner says is believed. In a mailbox that it learned from, what it has not met before is odd; in another mailbox it only means
 * that it knows nothing of it. So it is believed at home, and elsewhere little that speaks for spam, the less the less it knows. {@code docs/judgement.md}
 * tells how the numbers were found.
 */
final class Confidence {

    /** What the border of wanted mail weighs: as much as makes a message spam that has no other evidence. */
    private static final double BORDER = 6;
    private static final double SLOPE = 8;
    private static final double MOST_FOR_SPAM = 16;
    private static final double MOST_FOR_WANTED = -12;

    private static final double SPAM_ELSEWHERE = 0.3;
    private static final double MOST_ELSEWHERE = 0.7;
    private static final double WANTED_ELSEWHERE = 1;
    private static final double MOST_FOR_WANTED_ELSEWHERE = -3;

    private Confidence() {}

    /**
     * The weight of the learner's opinion where it learned.
     *
     * @param beyond how far above the border of wanted mail, {@link Weights#beyond}
     */
    static double atHome(double beyond) {
        return Math.max(MOST_FOR_WANTED, Math.min(MOST_FOR_SPAM, BORDER + SLOPE * beyond));
    }

    /**
     * The weight of the learner's opinion in another mailbox.
     *
     * @param beyond how far above the border of wanted mail
     * @param known the share of the message's features that the learner has met, from 0 to 1
     */
    static double elsewhere(double beyond, double known) {
        return beyond < 0 ? Math.max(MOST_FOR_WANTED_ELSEWHERE, WANTED_ELSEWHERE * beyond) : Math.min(MOST_ELSEWHERE, SPAM_ELSEWHERE * beyond * known);
    }
}
