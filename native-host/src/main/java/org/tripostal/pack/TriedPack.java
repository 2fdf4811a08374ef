package org.tripostal.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tripostal.Messages;
import org.tripostal.engine.user.Compiler;
import org.tripostal.engine.user.RuleWorkshop;
import org.tripostal.engine.user.UserRules;
import org.tripostal.settings.Problem;

/**
 * A pack that was read and compiled, and is in force nowhere.
 *
 * @param rules what became of its files, which are named as they will be when it is installed
 * @param folder where it was compiled; it is no longer there
 */
public record TriedPack(RulePack pack, UserRules rules, Path folder) {

    /**
     * Compiles a pack.
     *
     * @param cache where compiled rules are kept, so that it is in force at once when it is installed
     */
    public static TriedPack of(RulePack pack, Path cache, Compiler compiler) throws IOException {
        Path folder = Files.createTempDirectory("tripostal-pack");
        try {
            PackFolder.write(pack, folder.resolve(pack.name()));
            return new TriedPack(pack, new RuleWorkshop(folder, cache, compiler).upToDate(), folder);
        } finally {
            PackFolder.delete(folder);
        }
    }

    /** What is wrong with it; files as the pack names them. */
    public List<Problem> problems(Messages messages) {
        return rules.problems(messages).stream()
                .map(problem -> new Problem(problem.file().replace(folder + "/", ""), problem.line(), problem.message(), problem.remedy(), problem.column(), problem.source()))
                .toList();
    }

    /** What would be in force, if it were installed beside others or in place of an older one. */
    public UserRules over(UserRules others) {
        return others.without(pack.name()).and(rules);
    }
}
