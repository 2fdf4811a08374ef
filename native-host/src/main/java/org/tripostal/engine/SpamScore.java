package org.tripostal.engine;

import java.util.List;
import org.tripostal.action.SpamEvidence;
import org.tripostal.mail.SpamLimits;

/**
 * All evidence together. The weights are logarithms of odds and add up to one; the score is the probability that follows.
 *
 * @param evidence each piece of {@link SpamEvidence} with its reason
 */
public record SpamScore(List<Decided> evidence) {

    private static final SpamLimits LIMITS = SpamLimits.DEFAULT;

    /** From 0, surely wanted, to 1, surely spam. */
    public double score() {
        return 1 / (1 + Math.exp(-logOdds()));
    }

    /** {@code spam}, {@code unsure} or {@code ham}. */
    public String verdict() {
        double logOdds = logOdds();
        return logOdds >= LIMITS.spam() ? "spam" : logOdds >= LIMITS.unsure() ? "unsure" : "ham";
    }

    /** The sum of all evidence and of what is believed before any is known: the natural logarithm of the odds of spam. */
    public double logOdds() {
        return LIMITS.prior() + evidence.stream().mapToDouble(decided -> ((SpamEvidence) decided.action()).weight()).sum();
    }
}
