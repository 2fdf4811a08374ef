package org.tripostal.mail;

/**
 * What the learner makes of a message, from what the user marked as junk and as wanted before. There is none where too little was marked.
 *
 * @param weight natural logarithm of the odds, as a {@code SpamEvidence} has it: above 0 speaks for spam
 * @param words the words and traits that weighed most on the side that won, separated by commas; may be empty
 * @param messages how many messages it was learned from
 */
public record Learned(double weight, String words, int messages) {}
