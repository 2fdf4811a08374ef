package org.tripostal.engine.user;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tripostal.Messages;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.settings.Problem;

/**
 * Built-in packs and the user's rules, together and ready to judge.
 *
 * @param set what judges
 * @param user where the user's rules come from, and what is wrong with them
 * @param setAside which of them are left out because they failed
 * @param setAsideThen how many had been set aside when this was put together
 */
public record RulesInForce(RuleSet set, UserRules user, SetAside setAside, int setAsideThen) {

    /**
     * Puts them together. A file of the user's that cannot be joined with the others, although it compiled, costs only itself.
     *
     * @param packs which built-in packs
     * @param userPacks which packs of the user's
     */
    public static RulesInForce of(Set<String> packs, UserRules user, SetAside setAside, Predicate<String> userPacks) {
        List<UserRules.InForce> files = user.inForce().stream().filter(file -> userPacks.test(RuleFile.pack(file.name()))).toList();
        int then = setAside.count();
        try {
            return new RulesInForce(joined(packs, files, setAside), user, setAside, then);
        } catch (RuntimeException | LinkageError e) {
            Map<Path, List<RuleError>> errors = new LinkedHashMap<>(user.errors());
            List<UserRules.InForce> good = new ArrayList<>();
            for (UserRules.InForce file : files) {
                try {
                    joined(Set.of(), List.of(file), setAside);
                    good.add(file);
                } catch (RuntimeException | LinkageError own) {
                    errors.put(file.path(), List.of(RuleError.ofFile("compilerFailed", Map.of("reason", String.valueOf(own)))));
                }
            }
            return new RulesInForce(joined(packs, good, setAside), new UserRules(good, errors, user.pending()), setAside, then);
        }
    }

    private static RuleSet joined(Set<String> packs, List<UserRules.InForce> files, SetAside setAside) {
        List<RuleSet.Part> parts = new ArrayList<>();
        for (UserRules.InForce file : files) {
            Predicate<String> kept = rule -> !setAside.holds(file, rule);
            parts.add(new RuleSet.Part(
                    file.rules().models().stream().map(model -> WithoutRules.of(model, kept)).toList(),
                    file.rules().rules().stream().filter(rule -> kept.test(rule.rule())).map(rule -> rule.with(file.precedence())).toList(), file.rules().loader()));
        }
        return RuleSet.joined(packs, parts);
    }

    /** The file of the user's that a rule comes from; none for a built-in rule. */
    public Optional<UserRules.InForce> fileOf(RuleInfo rule) {
        return user.inForce().stream().filter(file -> file.name().equals(rule.file()) && RuleFile.drlPackage(file.name()).equals(rule.drlPackage())).findFirst();
    }

    /** Whether something has been set aside since. */
    public boolean isStale() {
        return setAside.count() != setAsideThen;
    }

    /** The same rules without what has been set aside since. */
    public RulesInForce renewed() {
        return of(RuleSet.builtInPacks(), user, setAside, pack -> true);
    }

    /**
     * Sets a rule of the user's aside.
     *
     * @return what there is to say about it; empty for a built-in rule, which is not set aside
     */
    public Optional<Problem> setAside(RuleInfo rule, RuleFailure.Kind kind, String detail, Messages messages) throws IOException {
        Optional<UserRules.InForce> file = fileOf(rule);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        SetAside.Failed failed =
                new SetAside.Failed(file.get().key(), rule.file(), rule.rule(), rule.line(), kind.name().toLowerCase(Locale.ROOT), detail);
        setAside.add(failed);
        return Optional.of(failed.error().in(file.get().path(), messages));
    }

    /** What is wrong with the user's rules, in words: errors, and what is set aside. */
    public List<Problem> problems(Messages messages) {
        List<Problem> problems = new ArrayList<>(user.problems(messages));
        for (UserRules.InForce file : user.inForce()) {
            setAside.of(file).forEach(failed -> problems.add(failed.error().in(file.path(), messages)));
        }
        return problems;
    }
}
