package org.tripostal.engine;

import java.util.List;
import java.util.Map;
import org.tripostal.action.Action;

/**
 * An action with the reason for it.
 *
 * @param action what a rule inserted
 * @param rule the rule
 * @param salience the rule's salience when it fired
 * @param values the variables that the rule bound, by name without {@code $}
 * @param matched what in the message made the rule fire
 */
public record Decided(Action action, RuleInfo rule, int salience, Map<String, Object> values, List<Matched> matched) {

    /**
     * A field of the message and what it held.
     *
     * @param field the field, for example {@code from}, or a header field's name
     * @param value its value as text
     */
    public record Matched(String field, String value) {}
}
