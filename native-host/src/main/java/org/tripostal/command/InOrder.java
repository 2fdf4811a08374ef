package org.tripostal.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does pieces of work on several threads, and tells the results in the order of the pieces, each as soon as it and all before it are done.
 *
 * @param <T> a piece of work
 * @param <R> what comes of it
 */
final class InOrder<T, R> {

    /** A piece that takes long must not let the others' results pile up. */
    private static final int MOST_AHEAD = 1_000;

    private final Iterator<T> pieces;
    private final Consumer<R> tell;
    private final Map<Long, R> done = new HashMap<>();
    private long taken;
    private long told;
    private Throwable failure;

    private record Piece<T>(long place, T work) {}

    /**
     * @param pieces asked by one thread at a time
     * @param tell called by one thread at a time
     */
    InOrder(Iterator<T> pieces, Consumer<R> tell) {
        this.pieces = pieces;
        this.tell = tell;
    }

    /**
     * Works to the end. The first exception ends the work of all.
     *
     * @param threads how many
     * @param worker makes what a thread works with; called in that thread
     */
    void run(int threads, Supplier<? extends Function<T, R>> worker) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread other = new Thread(() -> work(worker), "check-" + i);
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        work(worker);
        others.forEach(InOrder::await);
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void work(Supplier<? extends Function<T, R>> maker) {
        try {
            Function<T, R> worker = maker.get();
            for (Piece<T> piece = take(); piece != null; piece = take()) {
                done(piece.place(), worker.apply(piece.work()));
            }
            if (worker instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (Exception | Error e) {
            fail(e);
        }
    }

    private synchronized Piece<T> take() throws InterruptedException {
        while (failure == null && taken - told >= MOST_AHEAD) {
            wait();
        }
        return failure == null && pieces.hasNext() ? new Piece<>(taken++, pieces.next()) : null;
    }

    private synchronized void done(long place, R result) {
        done.put(place, result);
        for (R next = done.remove(told); next != null; next = done.remove(told)) {
            told++;
            tell.accept(next);
        }
        notifyAll();
    }

    private synchronized void fail(Throwable e) {
        failure = failure == null ? e : failure;
        notifyAll();
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
