package org.tripostal.wire;

/**
 * Has what past frames left in memory swept now and then. The collector of the host takes the least room and time while there is little to do, but sweeps what has
 * once grown old only when all of the largest heap is full: after a hundred thousand messages the host then holds half a gigabyte, of which it needs twelve megabytes. A
 * sweep takes some hundredths of a second.
 */
final class Leftovers {

    /** So many bytes of frames leave some tens of megabytes behind. */
    private static final long BETWEEN_SWEEPS = 8L * 1024 * 1024;

    private long bytes;

    /** A frame of this size was taken in. */
    void ofFrame(int size) {
        bytes += size;
        if (bytes >= BETWEEN_SWEEPS) {
            bytes = 0;
            System.gc();
        }
    }
}
