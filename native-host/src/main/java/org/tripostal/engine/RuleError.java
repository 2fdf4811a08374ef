package org.tripostal.engine;

import java.nio.file.Path;
import java.util.Map;
import org.tripostal.Messages;
import org.tripostal.settings.Problem;

/**
 * What is wrong with a file of rules, before it is put into words.
 *
 * @param line the line, from 1; 0 where no single line is to blame
 * @param column the column, from 1; 0 where it is not known
 * @param source the line as it stands in the file; empty where it is not shown
 * @param key which sentence says it: {@code rules.<key>}, and {@code rules.<key>.remedy} what to try
 * @param values for the {@code {names}} of the sentences
 */
public record RuleError(int line, int column, String source, String key, Map<String, String> values) {

    public RuleError {
        values = Map.copyOf(values);
    }

    /** About a file as a whole. */
    public static RuleError ofFile(String key, Map<String, String> values) {
        return new RuleError(0, 0, "", key, values);
    }

    /** In words. */
    public Problem in(Path file, Messages messages) {
        return new Problem(
                file.toString(), line, messages.say("rules." + key, values), messages.say("rules." + key + ".remedy", values), column, source);
    }
}
