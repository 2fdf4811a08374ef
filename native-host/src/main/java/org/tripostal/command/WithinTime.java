package org.tripostal.command;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tripostal.Messages;
import org.tripostal.engine.user.RulesInForce;

/** Lets rules work for a person at the command line, who is told when they do not come to an end. */
final class WithinTime {

    private static final long LONGEST_SECONDS = 8;

    private WithinTime() {}

    /** What comes of it; the program ends where it takes too long, for nothing else stops a rule that loops. */
    static <T> T run(RulesInForce rules, Messages messages, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "rules");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            String rule = rules.set().atWork(thread).map(found -> found.rule()).orElse("?");
            System.err.println("tripostal: " + messages.say("rules.endless", java.util.Map.of("rule", rule)));
        } catch (ExecutionException e) {
            System.err.println("tripostal: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(Tripostal.RULES_BROKEN);
        throw new IllegalStateException("halted");
    }
}
