package org.tripostal.driver;

import java.io.IOException;
import java.time.Duration;

/**
 * Makes Thunderbird look into the inboxes again, where it does not see new mail by itself: not so often that one look trips over the
 * other, and not while the add-on has mail in hand, since a look in the middle of a move can leave Thunderbird waiting for ever.
 */
final class Nudge {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Thunderbird thunderbird;
    private long next = System.nanoTime() + PAUSE.toNanos();

    Nudge(Thunderbird thunderbird) {
        this.thunderbird = thunderbird;
    }

    void ifDue() throws IOException {
        if (System.nanoTime() >= next && !(thunderbird.addonRuns() && new Addon(thunderbird).hasMailInHand())) {
            thunderbird.refreshInboxes();
            next = System.nanoTime() + PAUSE.toNanos();
        }
    }
}
