package org.tripostal.engine;

import java.util.List;
import org.tripostal.action.SpamEvidence;

/**
 * All evidence together. The weights are logarithms of odds and add up to one; the score is the probability that follows.
 *
 * @param evidence each piece of {@link SpamEvidence} with its reason
 */
public record SpamScore(List<Decided> evidence) {

    /** The odds of spam before anything is known: most mail that reaches an inbox is wanted. */
    private static final double PRIOR = -4;

    private static final double SPAM = 0.9;
    private static final double UNSURE = 0.5;

    /** From 0, surely wanted, to 1, surely spam. */
    public double score() {
        double logOdds = PRIOR + evidence.stream().mapToDouble(decided -> ((SpamEvidence) decided.action()).weight()).sum();
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** {@code spam}, {@code unsure} or {@code ham}. */
    public String verdict() {
        double score = score();
        return score >= SPAM ? "spam" : score >= UNSURE ? "unsure" : "ham";
    }
}
