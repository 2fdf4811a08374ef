package org.tripostal.mail;

/**
 * How long an answer is waited for.
 *
 * @param days a message from somebody whom the user has written to within so many days may be awaited
 */
public record AwaitedLimits(int days) {

    /** A month: who has not answered by then is reminded, or forgotten. */
    public static final AwaitedLimits DEFAULT = new AwaitedLimits(30);
}
