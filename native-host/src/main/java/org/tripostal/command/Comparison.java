package org.tripostal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tripostal.Messages;
import org.tripostal.engine.Decided;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Explainer;
import org.tripostal.engine.RuleInfo;

/** What rules that are not in force yet would change: counted rule by rule, and message by message against the rules in force. */
final class Comparison {

    private final Explainer explainer;
    private final Messages messages;
    private final Map<String, Integer> touched = new TreeMap<>();
    private int judged;
    private int changed;

    /** @param rules those that are not in force yet: each is counted, also where it touches nothing */
    Comparison(List<RuleInfo> rules, Locale locale) {
        explainer = Explainer.forCheck(locale);
        messages = Messages.in(locale);
        rules.forEach(rule -> touched.put(name(rule), 0));
    }

    private static String name(RuleInfo rule) {
        return rule.pack() + ": " + rule.rule();
    }

    /**
     * Takes in one message.
     *
     * @return whether something else would be done than is done now
     */
    boolean add(List<Decided> decided, Decision then, Decision now) {
        judged++;
        decided.stream().map(one -> name(one.rule())).distinct().forEach(rule -> touched.computeIfPresent(rule, (name, count) -> count + 1));
        boolean differs = !whatIsDone(then).equals(whatIsDone(now));
        changed += differs ? 1 : 0;
        return differs;
    }

    /** Actions and findings without reasons: another reason for the same changes nothing for the message. */
    private ObjectNode whatIsDone(Decision decision) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("actions", bare(explainer.actions(decision.actions())));
        node.set("findings", bare(explainer.findings(decision.findings())));
        return node;
    }

    private static ArrayNode bare(ArrayNode reasoned) {
        reasoned.forEach(one -> ((ObjectNode) one).remove(List.of("pack", "rule", "because")));
        return reasoned;
    }

    /** What came of all messages. */
    List<String> summary() {
        List<String> lines = new java.util.ArrayList<>();
        touched.forEach((rule, count) -> lines.add(messages.say("check.touched", Map.of("rule", rule, "count", count))));
        lines.add(messages.say("check.changed", Map.of("changed", changed, "judged", judged)));
        return lines;
    }
}
