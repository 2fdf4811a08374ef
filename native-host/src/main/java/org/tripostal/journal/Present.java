package org.tripostal.journal;

import java.time.Instant;

/**
 * A copy that lies in an inbox.
 *
 * @param copy which one
 * @param written when it was written, as its author says; null where that is not known
 * @param arrived when it came, as the last server wrote; null where that is not known
 * @param lookedUp whether the last server's word was asked for, so that no more can be found out
 */
public record Present(Copy copy, Instant written, Instant arrived, boolean lookedUp) {

    /** One of which nobody has said when it came. */
    public static Present undated(Copy copy) {
        return new Present(copy, null, null, false);
    }
}
