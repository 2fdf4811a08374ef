package org.tripostal.engine.user;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.drools.model.Model;
import org.tripostal.Messages;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.settings.Problem;

/**
 * Built-in packs and the user's rules, together and ready to judge.
 *
 * @param set what judges
 * @param user where the user's rules come from, and what is wrong with them
 * @param setAside which of them are left out because they failed
 */
public record RulesInForce(RuleSet set, UserRules user, SetAside setAside) {

    /**
     * Puts them together. A file of the user's that cannot be joined with the others, although it compiled, costs only itself.
     *
     * @param packs which built-in packs
     * @param userPacks which packs of the user's
     */
    public static RulesInForce of(Set<String> packs, UserRules user, SetAside setAside, Predicate<String> userPacks) {
        List<UserRules.InForce> files = user.inForce().stream().filter(file -> userPacks.test(RuleFile.pack(file.name()))).toList();
        try {
            return new RulesInForce(joined(packs, files, setAside), user, setAside);
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
            return new RulesInForce(joined(packs, good, setAside), new UserRules(good, errors, user.pending()), setAside);
        }
    }

    private static RuleSet joined(Set<String> packs, List<UserRules.InForce> files, SetAside setAside) {
        List<Model> models = new ArrayList<>();
        List<RuleInfo> infos = new ArrayList<>();
        for (UserRules.InForce file : files) {
            Predicate<String> kept = rule -> !setAside.holds(file, rule);
            file.rules().models().forEach(model -> models.add(WithoutRules.of(model, kept)));
            file.rules().rules().stream().filter(rule -> kept.test(rule.rule())).forEach(infos::add);
        }
        return RuleSet.joined(packs, models, infos);
    }

    /** The file of the user's that a rule comes from; none for a built-in rule. */
    public Optional<UserRules.InForce> fileOf(RuleInfo rule) {
        return user.inForce().stream().filter(file -> file.name().equals(rule.file()) && RuleFile.drlPackage(file.name()).equals(rule.drlPackage())).findFirst();
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
