package org.tripostal.engine.user;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.engine.RuleNames;

/** By which names settings may speak of the user's own rules: also of those that do not compile at the moment. */
public final class RuleNamesOfUser {

    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+(?:\"([^\"\\n]+)\"|'([^'\\n]+)'|([\\w-]+))");

    private RuleNamesOfUser() {}

    /** The names that the files below a folder use. */
    public static RuleNames below(Path folder) {
        Set<String> packs = new TreeSet<>();
        Set<String> rules = new TreeSet<>();
        for (RuleFile file : RuleFolder.read(folder, "").files()) {
            packs.add(file.pack());
            Matcher rule = RULE.matcher(file.text());
            while (rule.find()) {
                rules.add(rule.group(1) != null ? rule.group(1) : rule.group(2) != null ? rule.group(2) : rule.group(3));
            }
        }
        return new RuleNames(packs, rules, Set.of());
    }
}
