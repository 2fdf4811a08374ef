package org.tripostal.mail;

/**
 * How evidence becomes a verdict. All are natural logarithms of odds.
 *
 * @param prior the odds of spam before anything is known
 * @param spam from where on a message is spam
 * @param unsure from where on nobody can tell
 */
public record SpamLimits(double prior, double spam, double unsure) {

    /** What holds where the settings say nothing: most mail that reaches an inbox is wanted; spam is what is nine times as likely spam as not. */
    public static final SpamLimits DEFAULT = new SpamLimits(-4, 2.2, 0);
}
