package org.tripostal.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Tells mail from before Tripostal, which rests, from mail that has come since. What the last server wrote decides; where that has not been looked up, when
 * the message was written says enough of most.
 *
 * @param since when Tripostal first saw the account
 * @param first whether this is the first look into its inbox
 * @param now the moment of this look
 */
record Before(Instant since, boolean first, Instant now) {

    /** How long mail may be under way, and how far a sender's clock may be wrong, before it is taken for what it is not. */
    private static final Duration UNDER_WAY = Duration.ofDays(2);
    private static final Duration WRONG_CLOCK = Duration.ofDays(1);
    /** How long the first download of an inbox may take. */
    private static final Duration FIRST_DOWNLOAD = Duration.ofDays(1);

    enum Age { NEW, OLD, NOT_CERTAIN }

    /** Whether the last server says that it took the message in since then. */
    boolean sawComing(Present present) {
        // A Received field knows no fractions of a second.
        return present.arrived() != null && !present.arrived().isBefore(since.truncatedTo(ChronoUnit.SECONDS));
    }

    Age ageOf(Present present) {
        if (present.arrived() != null) {
            return sawComing(present) ? Age.NEW : Age.OLD;
        }
        Instant written = present.written();
        if (written == null) {
            return first ? Age.OLD : Age.NEW;
        }
        if (written.isAfter(since.plus(WRONG_CLOCK))) {
            return Age.NEW;
        }
        boolean downloading = first || now.isBefore(since.plus(FIRST_DOWNLOAD));
        if (downloading && written.isBefore(since.minus(UNDER_WAY))) {
            return Age.OLD;
        }
        // Where no server's word can be had, rather one too many is judged than one missed.
        return present.lookedUp() ? Age.NEW : Age.NOT_CERTAIN;
    }
}
