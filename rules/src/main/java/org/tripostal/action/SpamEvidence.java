package org.tripostal.action;

/**
 * One reason to hold a message for spam, or for wanted. The weights of all evidence add up to one score.
 *
 * @example {@code insert(new SpamEvidence("casino", 2.5));}
 * @param name what kind of evidence, for example {@code server-verdict}
 * @param weight natural logarithm of the odds: above 0 speaks for spam, below 0 against; 1 makes spam 2.7 times as likely
 */
public record SpamEvidence(String name, double weight) implements Action {

    /**
     * Evidence that weighs what {@code evidence-weights.txt} says.
     *
     * @throws IllegalArgumentException where that table does not know the name
     */
    public SpamEvidence(String name) {
        this(name, EvidenceWeights.of(name));
    }
}
