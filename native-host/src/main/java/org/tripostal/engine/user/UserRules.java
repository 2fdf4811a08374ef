package org.tripostal.engine.user;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tripostal.Messages;
import org.tripostal.engine.RuleError;
import org.tripostal.settings.Problem;

/**
 * The user's rules at one moment.
 *
 * @param inForce the files whose rules are in force, sorted by name; each as it is, or as it last was in order
 * @param errors what is wrong, by file
 * @param pending files that have to be compiled first
 */
public record UserRules(List<InForce> inForce, Map<Path, List<RuleError>> errors, List<RuleFile> pending) {

    /** No rules. */
    public static final UserRules NONE = new UserRules(List.of(), Map.of(), List.of());

    /**
     * A file whose rules are in force.
     *
     * @param name its path below the rules folder
     * @param key of the version that is in force
     */
    public record InForce(String name, Path path, String key, CompiledRules rules) {}

    /** What is wrong, in words. */
    public List<Problem> problems(Messages messages) {
        return errors.entrySet().stream()
                .flatMap(file -> file.getValue().stream().map(error -> error.in(file.getKey(), messages)))
                .toList();
    }
}
