package org.tripostal.method;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.user.Compiler;
import org.tripostal.engine.user.RuleSources;
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.engine.user.SetAside;
import org.tripostal.engine.user.UserRules;
import org.tripostal.settings.Folders;

/**
 * Keeps the rules that are not built in up to date while the host runs. Looking and compiling happen on a thread of its own; what comes of it is handed over whole, so
 * that mail is judged by the old rules until the new ones are ready.
 */
public final class RuleKeeper implements AutoCloseable {

    /** The add-on gives up a host that has not answered after 30 s. */
    private static final long PATIENCE_SECONDS = 20;

    private final RuleSources sources;
    private final SetAside setAside;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(RuleKeeper::daemon);
    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    /** Of this user. */
    public RuleKeeper(Folders folders, Compiler compiler) {
        sources = new RuleSources(folders, compiler);
        setAside = SetAside.read(folders.rulesSetAside());
    }

    /** What can be in force at once: the built-in packs, and what of the user's rules is compiled. Whether that is all, {@link #settled} tells. */
    public RulesInForce atOnce() {
        try {
            UserRules rules = sources.look();
            if (rules.pending().isEmpty()) {
                settled.complete(null);
            } else {
                settled.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            return joined(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Done when the rules that were there at the start are in force, as far as they can be; or when mail can wait no longer for them. */
    public CompletableFuture<Void> settled() {
        return settled;
    }

    /** Looks at the folder afresh, compiles what has to be, and hands over all that is to be in force. */
    public void renew(Consumer<RulesInForce> ready) {
        thread.execute(() -> {
            try {
                UserRules rules = sources.upToDate();
                setAside.keepOnly(rules.inForce());
                RulesInForce joined = joined(rules);
                ready.accept(joined);
            } catch (IOException | RuntimeException e) {
                // What was in force stays so; whoever reads the host's standard error learns why.
                System.err.println("tripostal-host: the user's rules could not be looked at: " + e);
            } finally {
                settled.complete(null);
            }
        });
    }

    private RulesInForce joined(UserRules rules) {
        Set<String> packs = RuleSet.builtInPacks();
        return RulesInForce.of(packs, rules, setAside, pack -> true);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "rules");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
