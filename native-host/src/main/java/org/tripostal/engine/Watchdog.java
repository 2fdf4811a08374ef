package org.tripostal.engine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Notices when the rules do not come to an end with a message. Java cannot stop a thread that is in a loop, in a join without end or in a regular expression: all that can be
 * done is to find out which rule it is, to note it, and to end the program, which begins again without the rule.
 */
public final class Watchdog implements AutoCloseable {

    /** No honest rule works so long on one message; on a computer that is busy with other things the time that counts is the one in which the rule really runs. */
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration LONGEST_WORKING = Duration.ofMillis(1_500);
    /** Whatever the thread does. */
    private static final Duration LONGEST_OF_ALL = Duration.ofSeconds(6);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long REST_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Consumer<Optional<RuleInfo>> runaway;
    private final Thread thread;
    private volatile Judge judge;
    private volatile Thread judging;
    private volatile long since;
    private volatile boolean resting = true;
    private volatile boolean closed;

    /** @param runaway called once, on a thread of the watchdog's, with the user's rule that does not come to an end, if that can be told */
    public Watchdog(Consumer<Optional<RuleInfo>> runaway) {
        this.runaway = runaway;
        thread = new Thread(this::run, "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /** A message is being judged from now on, by this thread. */
    void begin(Judge by) {
        since = System.nanoTime();
        judging = Thread.currentThread();
        judge = by;
        if (resting) {
            LockSupport.unpark(thread);
        }
    }

    /** It has been judged. */
    void end() {
        judge = null;
    }

    private void run() {
        while (!closed) {
            try {
                watch();
                return;
            } catch (OutOfMemoryError e) {
                // A rule fills the memory: whoever judges is told so in a moment, and makes room.
                LockSupport.parkNanos(this, LOOK_NANOS);
            }
        }
    }

    private void watch() {
        long lastSeen = System.nanoTime();
        long seen = 0;
        long workedBefore = 0;
        while (!closed) {
            Judge by = judge;
            long begun = since;
            long now = System.nanoTime();
            if (by != null) {
                lastSeen = now;
                long taken = now - begun;
                if (begun != seen && taken > LONGEST.toNanos() / 3) {
                    seen = begun;
                    workedBefore = workedNanos();
                } else if (begun == seen && isTooLong(taken, workedBefore) && judge == by && since == begun) {
                    Reserve.release();
                    runaway.accept(by.atWork(judging));
                    return;
                }
            }
            resting = now - lastSeen > REST_AFTER_NANOS;
            if (resting && judge == null) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, LOOK_NANOS);
            }
        }
    }

    private boolean isTooLong(long nanos, long workedBefore) {
        return nanos > LONGEST_OF_ALL.toNanos() || nanos > LONGEST.toNanos() && workedNanos() - workedBefore > LONGEST_WORKING.toNanos();
    }

    private long workedNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(judging.getId());
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
