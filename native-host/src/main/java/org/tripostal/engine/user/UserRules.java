package org.tripostal.engine.user;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tripostal.Messages;
import org.tripostal.engine.Precedence;
import org.tripostal.engine.RuleError;
import org.tripostal.settings.Problem;

/**
 * The rules that are not built in, the user's and the organisation's, at one moment.
 *
 * @param inForce the files whose rules are in force, in their order; each as it is, or as it last was in order
 * @param errors what is wrong, by file
 * @param pending files that have to be compiled first
 */
public record UserRules(List<InForce> inForce, Map<Path, List<RuleError>> errors, List<RuleFile> pending) {

    /** The order in which files come. */
    public static final Comparator<InForce> ORDER = (one, other) -> {
        int strength = one.precedence().compareTo(other.precedence());
        return strength != 0 ? strength : one.name().compareTo(other.name());
    };

    /** No rules. */
    public static final UserRules NONE = new UserRules(List.of(), Map.of(), List.of());

    /**
     * A file whose rules are in force.
     *
     * @param name its path below the rules folder
     * @param key of the version that is in force
     * @param precedence how strong its rules' placements are
     */
    public record InForce(String name, Path path, String key, CompiledRules rules, Precedence precedence) {

        InForce with(Precedence other) {
            return new InForce(name, path, key, rules, other);
        }
    }

    /** All but a pack of the user's. @param folder the folder that it lies in, below the rules folder */
    public UserRules without(String folder) {
        return new UserRules(inForce.stream().filter(file -> !file.name().startsWith(folder + "/")).toList(), errors, pending);
    }

    /** These and others, what comes first in front. */
    public UserRules and(UserRules others) {
        List<InForce> files = new ArrayList<>(inForce);
        files.addAll(others.inForce);
        files.sort(ORDER);
        Map<Path, List<RuleError>> wrong = new LinkedHashMap<>(errors);
        wrong.putAll(others.errors);
        List<RuleFile> open = new ArrayList<>(pending);
        open.addAll(others.pending);
        return new UserRules(List.copyOf(files), wrong, List.copyOf(open));
    }

    /** What is wrong, in words; where an earlier version of a file is in force, the last problem of the file says so. */
    public List<Problem> problems(Messages messages) {
        List<Problem> problems = new ArrayList<>();
        errors.forEach((file, wrong) -> {
            wrong.forEach(error -> problems.add(error.in(file, messages)));
            if (!wrong.isEmpty() && inForce.stream().anyMatch(version -> version.path().equals(file))) {
                int last = problems.size() - 1;
                problems.set(last, problems.get(last).and(messages.say("rules.lastGood")));
            }
        });
        return problems;
    }
}
