package org.tripostal.driver;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waiting for a condition, never for a time: looks again and again until it holds, or says what was seen instead. */
public final class Await {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Await() { }

    /**
     * Looks until what is seen is good, and returns it.
     *
     * @param what the condition in words, for the message of the error
     * @throws AssertionError when the patience is over; it tells the last thing seen, or the last exception
     */
    public static <T> T until(String what, Duration patience, Callable<T> look, Predicate<? super T> good) {
        long deadline = System.nanoTime() + patience.toNanos();
        Object seen;
        Exception failure;
        do {
            try {
                T found = look.call();
                if (good.test(found)) {
                    return found;
                }
                seen = found;
                failure = null;
            } catch (Exception e) {
                seen = e;
                failure = e;
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new AssertionError("waited " + patience.toSeconds() + " s for: " + what + "; last seen: " + seen, failure);
    }

    /** Looks until the condition is true. */
    public static void until(String what, Duration patience, Callable<Boolean> condition) {
        until(what, patience, condition, Boolean::booleanValue);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
