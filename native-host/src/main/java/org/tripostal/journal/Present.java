package org.tripostal.journal;

import java.time.Instant;

/**
 * A copy that lies in an inbox.
 *
 * @param copy which one
 * @param date when it came, as the last server wrote; where that is not known when it was written, as its author says; null where neither is
 * @param stamped whether the last server's word was asked for, so that no more can be found out about {@code date}
 */
public record Present(Copy copy, Instant date, boolean stamped) {

    /** One of which nobody has said when it came. */
    public static Present undated(Copy copy) {
        return new Present(copy, null, false);
    }
}
