package org.tripostal.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tripostal.Messages;
import org.tripostal.action.Action;
import org.tripostal.action.AddTag;
import org.tripostal.action.FileInto;
import org.tripostal.action.Finding;
import org.tripostal.action.Flag;
import org.tripostal.action.Keep;
import org.tripostal.action.MarkJunk;
import org.tripostal.action.MarkNotJunk;
import org.tripostal.action.MarkRead;
import org.tripostal.action.Notify;
import org.tripostal.action.PutForward;
import org.tripostal.action.SpamEvidence;

/** Decisions as JSON, each with the sentence that says why, in one language. The same shape on the wire and from {@code check --json}. */
public final class Explainer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int LONGEST_VALUE = 80;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Locale locale;
    private final boolean withMatched;

    private Explainer(Locale locale, boolean withMatched) {
        this.locale = locale;
        this.withMatched = withMatched;
    }

    /** For the wire: each action also tells the fields that matched. */
    public static Explainer forWire(Locale locale) {
        return new Explainer(locale, true);
    }

    /** For {@code check --json}, whose keys are fixed. */
    public static Explainer forCheck(Locale locale) {
        return new Explainer(locale, false);
    }

    /** Why: the rule's sentence with the values that it bound. A rule without a sentence is named instead. */
    public String because(Decided decided) {
        return Template.fill(sentence(decided.rule()), name -> shortened(decided.values().get(name)), locale);
    }

    /** The rule's sentence before anything is bound, with its {@code {names}}. */
    public String sentence(RuleInfo rule) {
        Map<String, String> sentences = rule.because();
        if (sentences.isEmpty()) {
            return Messages.in(locale).say("because.unnamed", Map.of("rule", rule.rule()));
        }
        String own = sentences.get(locale.getLanguage());
        return own != null ? own : sentences.getOrDefault("en", sentences.values().iterator().next());
    }

    /** What the rule's conditions and decisions say; empty where that is not known. */
    public String says(RuleInfo rule) {
        return rule.sentence().getOrDefault(locale.getLanguage(), rule.sentence().getOrDefault("en", ""));
    }

    /** A text of the message on one line of at most 80 characters, with an ellipsis where something was cut. */
    private static Object shortened(Object value) {
        if (value instanceof Collection<?> several) {
            return shortened(several.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (!(value instanceof String text)) {
            return value;
        }
        String line = SPACES.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_VALUE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE - 1)).stripTrailing() + "…";
    }

    /** The winners. */
    public ArrayNode actions(List<Decided> actions) {
        ArrayNode array = JSON.arrayNode();
        actions.forEach(decided -> array.add(reasoned(decided)));
        return array;
    }

    /** The placements that lost, and to whom. */
    public ArrayNode lost(List<Decision.Lost> lost) {
        ArrayNode array = JSON.arrayNode();
        for (Decision.Lost loser : lost) {
            ObjectNode node = reasoned(loser.decided());
            node.putObject("lostTo").put("pack", loser.to().rule().pack()).put("rule", loser.to().rule().rule());
            array.add(node);
        }
        return array;
    }

    /** The findings on an outgoing message. */
    public ArrayNode findings(List<Decided> findings) {
        return actions(findings);
    }

    /** Verdict, score and evidence. */
    public ObjectNode spam(SpamScore spam) {
        ObjectNode node = JSON.objectNode();
        node.put("verdict", spam.verdict());
        node.put("score", Math.round(spam.score() * 1e9) / 1e9);
        ArrayNode evidence = node.putArray("evidence");
        for (Decided decided : spam.evidence()) {
            SpamEvidence one = (SpamEvidence) decided.action();
            evidence.addObject().put("name", one.name()).put("weight", one.weight()).put("because", because(decided));
        }
        return node;
    }

    private ObjectNode reasoned(Decided decided) {
        ObjectNode node = JSON.objectNode();
        describe(decided.action(), node);
        node.put("pack", decided.rule().pack()).put("rule", decided.rule().rule()).put("because", because(decided));
        if (withMatched) {
            ArrayNode matched = node.putArray("matched");
            decided.matched().forEach(one -> matched.addObject().put("field", one.field()).put("value", String.valueOf(shortened(one.value()))));
        }
        return node;
    }

    private static void describe(Action action, ObjectNode node) {
        if (action instanceof FileInto into) {
            node.put("type", "file-into").put("folder", into.folder());
        } else if (action instanceof MarkJunk) {
            node.put("type", "mark-junk");
        } else if (action instanceof Keep) {
            node.put("type", "keep");
        } else if (action instanceof MarkNotJunk) {
            node.put("type", "mark-not-junk");
        } else if (action instanceof AddTag tag) {
            node.put("type", "add-tag").put("tag", tag.tag());
        } else if (action instanceof Flag) {
            node.put("type", "flag");
        } else if (action instanceof MarkRead) {
            node.put("type", "mark-read");
        } else if (action instanceof Notify notify) {
            node.put("type", "notify").put("text", notify.text());
        } else if (action instanceof PutForward) {
            node.put("type", "put-forward");
        } else if (action instanceof Finding finding) {
            node.put("code", finding.code()).put("severity", finding.severity().word());
        } else {
            throw new IllegalArgumentException("not an action that is carried out: " + action);
        }
    }
}
