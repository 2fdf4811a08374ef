package org.tripostal.engine.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tripostal.engine.Precedence;
import org.tripostal.engine.RuleError;
import org.tripostal.settings.PrivateFolder;

/**
 * Keeps the rules of a folder up to date. Each file stands on its own feet: where one cannot be read or compiled, its last good version stays in
 * force. Not safe for use by several threads.
 */
public final class RuleWorkshop {

    /** What is no fault of the file's: it is tried again whenever anything changes. */
    private static final Set<String> NOT_FOR_GOOD = Set.of("notCompiled", "notKept");

    private final Path folder;
    private final String prefix;
    private final Function<Path, Optional<RuleError>> objection;
    private final RuleCache cache;
    private final Compiler compiler;
    private final Map<String, CompiledRules> loaded = new HashMap<>();
    private final Map<String, String> remembered = new HashMap<>();
    private final Map<String, RuleError> failures = new HashMap<>();
    private UserRules last = UserRules.NONE;
    private int vanished;

    /**
     * @param folder where the rules lie
     * @param cache where compiled rules are kept
     * @param compiler what compiles
     */
    public RuleWorkshop(Path folder, Path cache, Compiler compiler) {
        this(folder, cache, compiler, "", path -> Optional.empty());
    }

    /**
     * @param prefix what the names of its files begin with
     * @param objection what speaks against a file or a folder that is there; such are left out, and no earlier version of theirs stays in force
     */
    RuleWorkshop(Path folder, Path cache, Compiler compiler, String prefix, Function<Path, Optional<RuleError>> objection) {
        this.folder = folder;
        this.prefix = prefix;
        this.objection = objection;
        this.compiler = compiler;
        this.cache = new RuleCache(cache);
    }

    /** Looks at the folder and at the cache. Compiles nothing, so that it is quick. */
    public UserRules look() throws IOException {
        vanished = Files.exists(folder) ? 0 : Math.max(vanished, last.inForce().size());
        RuleFolder.Found found = RuleFolder.read(folder, CompilerStamp.value(), prefix, objection);
        Map<Path, List<RuleError>> errors = new LinkedHashMap<>();
        found.errors().forEach((path, error) -> errors.put(path, List.of(error)));
        List<UserRules.InForce> inForce = new ArrayList<>();
        List<RuleFile> pending = new ArrayList<>();
        for (RuleFile file : found.files()) {
            Optional<CompiledRules> compiled = compiled(file.key());
            if (compiled.isPresent()) {
                inForce.add(new UserRules.InForce(file.name(), file.path(), file.key(), compiled.get(), Precedence.USER));
                if (!file.key().equals(remembered.put(file.name(), file.key()))) {
                    cache.setLastGood(file);
                }
            } else {
                Optional<List<RuleError>> wrong = failures.containsKey(file.key()) ? Optional.of(List.of(failures.get(file.key()))) : cache.errors(file.key());
                wrong.ifPresentOrElse(list -> errors.put(file.path(), list), () -> pending.add(file));
                lastGood(file.name(), file.path()).ifPresent(inForce::add);
            }
        }
        for (Map.Entry<Path, RuleError> error : found.errors().entrySet()) {
            if (!Files.exists(error.getKey()) || objection.apply(error.getKey()).isEmpty()) {
                keepWhatCannotBeRead(error.getKey(), error.getValue(), inForce);
            }
        }
        if (vanished > 0) {
            errors.put(folder, List.of(RuleError.ofFile("vanished", Map.of("count", String.valueOf(vanished)))));
        }
        inForce.sort((one, other) -> one.name().compareTo(other.name()));
        loaded.keySet().retainAll(inForce.stream().map(UserRules.InForce::key).toList());
        last = new UserRules(List.copyOf(inForce), errors, List.copyOf(pending));
        return last;
    }

    /** Looks, compiles what has to be, and looks again. */
    public UserRules upToDate() throws IOException {
        failures.values().removeIf(error -> NOT_FOR_GOOD.contains(error.key()));
        UserRules rules = look();
        // A file that is saved while others are compiled is seen at the second look, and compiled then.
        for (int round = 0; !rules.pending().isEmpty() && round < 3; round++) {
            compile(rules.pending());
            rules = look();
        }
        return rules;
    }

    private void compile(List<RuleFile> pending) throws IOException {
        try {
            PrivateFolder.create(cache.folder());
            cache.sweep();
            failures.putAll(compiler.compile(pending, cache));
        } catch (IOException e) {
            pending.forEach(file -> failures.put(file.key(), RuleError.ofFile("notCompiled", Map.of("reason", String.valueOf(e.getMessage())))));
        }
    }

    private void keepWhatCannotBeRead(Path path, RuleError error, List<UserRules.InForce> inForce) throws IOException {
        if (RuleFolder.holdsRules(path) && !Files.isDirectory(path)) {
            lastGood(prefix + folder.relativize(path).toString().replace('\\', '/'), path).ifPresent(inForce::add);
        } else if (error.key().equals("unreadable")) {
            last.inForce().stream().filter(before -> before.path().startsWith(path) && !inForce.contains(before)).forEach(inForce::add);
        }
    }

    private Optional<CompiledRules> compiled(String key) throws IOException {
        CompiledRules rules = loaded.get(key);
        if (rules == null) {
            rules = cache.compiled(key).orElse(null);
            if (rules != null) {
                loaded.put(key, rules);
            }
        }
        return Optional.ofNullable(rules);
    }

    private Optional<UserRules.InForce> lastGood(String name, Path path) throws IOException {
        Optional<String> key = cache.lastGood(name);
        if (key.isPresent()) {
            Optional<CompiledRules> rules = compiled(key.get());
            if (rules.isPresent()) {
                return Optional.of(new UserRules.InForce(name, path, key.get(), rules.get(), Precedence.USER));
            }
        }
        return last.inForce().stream().filter(before -> before.name().equals(name)).findFirst();
    }
}
