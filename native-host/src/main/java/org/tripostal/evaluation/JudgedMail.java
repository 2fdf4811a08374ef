package org.tripostal.evaluation;

import java.util.List;

/**
 * What came of a message.
 *
 * @param mail the message, and whether it is spam
 * @param logOdds the sum of all evidence: the natural logarithm of the odds of spam
 * @param verdict {@code spam}, {@code unsure} or {@code ham}
 * @param reasons each piece of evidence, the heaviest first
 */
public record JudgedMail(LabelledMail mail, double logOdds, String verdict, List<Reason> reasons) {

    /**
     * A piece of evidence.
     *
     * @param name what kind
     * @param weight natural logarithm of odds
     * @param because in words
     */
    public record Reason(String name, double weight, String because) {}

    /** Whether it would be moved. */
    public boolean isCalledSpam() {
        return verdict.equals("spam");
    }

    /** Whether it would be shown as unsure. */
    public boolean isUnsure() {
        return verdict.equals("unsure");
    }

    /** Whether label and verdict differ. What is unsure of spam is missed, what is unsure of wanted mail does no harm. */
    public boolean isWrong() {
        return mail.spam() != isCalledSpam();
    }
}
