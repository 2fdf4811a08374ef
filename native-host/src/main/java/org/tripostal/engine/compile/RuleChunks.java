package org.tripostal.engine.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The lines of a source, divided into what stands before the first rule and one chunk a rule, so that one can be looked at without the others. */
final class RuleChunks {

    private static final Pattern RULE = Pattern.compile("^\\s*rule\\b.*");

    private final List<String> lines;
    private final List<Integer> starts = new ArrayList<>();

    RuleChunks(String source) {
        lines = source.lines().toList();
        for (int line = 1; line <= lines.size(); line++) {
            if (RULE.matcher(lines.get(line - 1)).matches()) {
                starts.add(line);
            }
        }
    }

    /** The number of the rule that a line belongs to, from 0; -1 before the first. */
    int ruleAt(int line) {
        int rule = -1;
        while (rule + 1 < starts.size() && starts.get(rule + 1) <= line) {
            rule++;
        }
        return rule;
    }

    /** The last line of a rule's chunk. */
    int lastLine(int rule) {
        return rule + 1 < starts.size() ? starts.get(rule + 1) - 1 : lines.size();
    }

    int count() {
        return starts.size();
    }

    /** The source without these rules; every other line keeps its number. */
    String without(Collection<Integer> rules) {
        TreeSet<Integer> left = new TreeSet<>(rules);
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= lines.size(); line++) {
            text.append(left.contains(ruleAt(line)) ? "" : lines.get(line - 1)).append('\n');
        }
        return text.toString();
    }

    /** The source with one rule only. */
    String only(int rule) {
        List<Integer> others = new ArrayList<>();
        for (int other = 0; other < count(); other++) {
            if (other != rule) {
                others.add(other);
            }
        }
        return without(others);
    }

    /** The source with these lines empty. */
    static String withoutLines(String source, Collection<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String one : source.lines().toList()) {
            line++;
            text.append(numbers.contains(line) ? "" : one).append('\n');
        }
        return text.toString();
    }
}
