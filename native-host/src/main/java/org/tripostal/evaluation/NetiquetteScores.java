package org.tripostal.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of scoring: a {@link Tally} for each code, over all messages and for each language and kind apart, and the messages that went wrong. */
public final class NetiquetteScores {

    /** The group of all messages. */
    public static final String ALL = "";

    private final Map<String, Map<String, Tally>> tallies = new TreeMap<>();
    private final List<Wrong> wrong = new ArrayList<>();

    /**
     * A message on which the rules and the label do not agree.
     *
     * @param code the finding
     * @param missed whether it was due and did not come; otherwise it came and was not due
     * @param id the message
     * @param language its language
     * @param kind its kind
     */
    public record Wrong(String code, boolean missed, String id, String language, String kind) {}

    void count(LabelledMessage message, Collection<String> found) {
        message.truth().forEach((code, due) -> {
            boolean came = found.contains(code);
            for (String group : List.of(ALL, message.language(), message.kind())) {
                if (group.equals(ALL) || !group.isBlank()) {
                    tallies.computeIfAbsent(code, key -> new TreeMap<>()).computeIfAbsent(group, key -> new Tally()).count(due, came);
                }
            }
            if (due != came) {
                wrong.add(new Wrong(code, due, message.id(), message.language(), message.kind()));
            }
        });
    }

    /** By code, then by group: {@link #ALL}, a language, a kind. */
    public Map<String, Map<String, Tally>> tallies() {
        return tallies;
    }

    /** The messages on which rules and labels do not agree, in the order of the files. */
    public List<Wrong> wrong() {
        return wrong;
    }
}
