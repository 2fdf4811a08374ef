package org.tripostal.wire;

/**
 * Gives memory back between two requests. Left to itself the serial collector lets its old space grow to the largest heap that is allowed, which has to hold a frame of
 * 64 MiB, before it looks into it for the first time (seen with Java 25: 540 MB for a host that needs 30).
 */
final class Memory {

    /** In bytes: what may pile up before it is collected. A collection of what the host holds takes less than a tenth of a second. */
    private static final long ROOM = 16L << 20;

    private static long neededLast = ROOM;

    private Memory() {}

    /** Called by the thread that runs methods, between two of them. */
    static void tidy() {
        if (used() > neededLast + ROOM) {
            System.gc();
            neededLast = used();
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
