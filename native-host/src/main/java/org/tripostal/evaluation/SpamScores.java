package org.tripostal.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of all messages: a {@link SpamTally} for each set and one over all, and the messages that went wrong. */
public final class SpamScores {

    private final Map<String, SpamTally> sets = new TreeMap<>();
    private final SpamTally all = new SpamTally();
    private final List<JudgedMail> wrong = new ArrayList<>();

    /** Counts a message. */
    public void count(JudgedMail judged) {
        sets.computeIfAbsent(judged.mail().set(), key -> new SpamTally()).count(judged);
        all.count(judged);
        if (judged.isWrong()) {
            wrong.add(judged);
        }
    }

    /** Each set by its name. */
    public Map<String, SpamTally> sets() {
        return sets;
    }

    /** All sets together. */
    public SpamTally all() {
        return all;
    }

    /** The messages on which label and verdict differ, in the order in which they were judged. */
    public List<JudgedMail> wrong() {
        return wrong;
    }
}
