package org.tripostal.engine;

import java.util.Set;
import java.util.TreeSet;
import org.tripostal.action.Finding;

/**
 * By which names the user's settings may speak of rules, whether they run or not.
 *
 * @param packs the names of the packs
 * @param rules the names of the rules
 * @param codes the codes of findings
 */
public record RuleNames(Set<String> packs, Set<String> rules, Set<String> codes) {

    /** The names that come with the program. */
    public static RuleNames builtIn() {
        return BuiltIn.NAMES;
    }

    /** Read once, when first asked for. */
    private static final class BuiltIn {

        private static final RuleNames NAMES = read();

        private static RuleNames read() {
            Set<String> packs = new TreeSet<>();
            Set<String> rules = new TreeSet<>();
            RuleSet.builtInIndex().rules().forEach(rule -> {
                packs.add(rule.pack());
                rules.add(rule.rule());
            });
            return new RuleNames(packs, rules, new TreeSet<>(Finding.CODES));
        }
    }
}
