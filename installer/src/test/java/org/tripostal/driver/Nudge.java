package org.tripostal.driver;

import java.io.IOException;
import java.time.Duration;

/** Makes Thunderbird look into the inboxes again, but not so often that one look trips over the other. */
final class Nudge {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Thunderbird thunderbird;
    private long next = System.nanoTime() + PAUSE.toNanos();

    Nudge(Thunderbird thunderbird) {
        this.thunderbird = thunderbird;
    }

    void ifDue() throws IOException {
        if (System.nanoTime() >= next) {
            thunderbird.refreshInboxes();
            next = System.nanoTime() + PAUSE.toNanos();
        }
    }
}
