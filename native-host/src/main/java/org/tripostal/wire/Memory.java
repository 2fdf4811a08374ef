package org.tripostal.wire;

import java.util.function.LongSupplier;

/**
 * Gives memory back between two requests. Left to itself the serial collector lets its old space grow to the largest heap that is allowed, which has to hold a frame of
 * 64 MiB, before it looks into it for the first time (seen with Java 25: 540 MB for a host that needs 30).
 */
final class Memory {

    /** In bytes: what may pile up before it is collected. A collection of what the host holds takes less than a tenth of a second. */
    static final long ROOM = 16L << 20;

    private final LongSupplier used;
    private final Runnable collect;
    private long neededLast = ROOM;

    /**
     * @param used tells how much of the heap is taken, in bytes, what nobody needs any more included
     * @param collect lets go of the latter
     */
    Memory(LongSupplier used, Runnable collect) {
        this.used = used;
        this.collect = collect;
    }

    /** That of this program. */
    static Memory ofProgram() {
        Runtime runtime = Runtime.getRuntime();
        return new Memory(() -> runtime.totalMemory() - runtime.freeMemory(), System::gc);
    }

    /** Called by the thread that runs methods, between two of them. */
    void tidy() {
        if (used.getAsLong() > neededLast + ROOM) {
            collect.run();
            neededLast = used.getAsLong();
        }
    }
}
