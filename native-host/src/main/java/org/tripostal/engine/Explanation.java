package org.tripostal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.DSL;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.functions.Block0;
import org.drools.model.impl.ModelImpl;
import org.drools.model.impl.RuleImpl;
import org.drools.model.patterns.CompositePatterns;
import org.drools.model.patterns.PatternImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;

/**
 * Which rules fired on a message, and which did not and why. For that, each rule is cut off after each of its conditions, and the rule engine itself says which of the
 * pieces apply: the first that does not names the condition that failed. So a condition means here exactly what it means when mail is judged.
 *
 * @param fired the rules that fired, in order
 * @param missed those that did not, the nearest first
 */
public record Explanation(List<RuleInfo> fired, List<Miss> missed) {

    private static final String PACKAGE = "tripostal.explain";

    /**
     * A rule that did not fire.
     *
     * @param held how many of its conditions hold, one after the other
     * @param of how many there are
     * @param failed the first that does not, as its author wrote it, with the type of the fact before it
     * @param nearly whether only one is missing, or something that the rule asks of a fact holds, and another such thing fails; not where a fact is missing altogether
     */
    public record Miss(RuleInfo rule, int held, int of, String failed, boolean nearly) {}

    /** One condition more than the piece before it. */
    private record Piece(RuleInfo rule, int place, String condition, boolean asks) {}

    /**
     * Explains one message.
     *
     * @param settings facts that stay from message to message
     * @param facts the message and what was read of it
     * @param runs whether a rule may fire
     */
    public static Explanation of(RuleSet rules, Collection<?> settings, Collection<?> facts, Predicate<RuleInfo> runs) {
        Set<RuleInfo> fired = new LinkedHashSet<>();
        List<Object> all = new ArrayList<>(settings);
        all.addAll(facts);
        List<Object> derived = new ArrayList<>();
        KieSession session = rules.kieBase().newKieSession();
        try {
            all.stream().filter(fact -> rules.looksAt(fact.getClass())).forEach(session::insert);
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    fired.add(rules.info(event.getMatch().getRule().getPackageName(), event.getMatch().getRule().getName()));
                }
            });
            session.addEventListener(new DefaultRuleRuntimeEventListener() {
                @Override
                public void objectInserted(ObjectInsertedEvent event) {
                    derived.add(event.getObject());
                }
            });
            session.fireAllRules(match -> runs.test(rules.info(match.getRule().getPackageName(), match.getRule().getName())), Judge.FIRING_LIMIT);
        } finally {
            session.dispose();
        }
        all.addAll(derived);
        return new Explanation(List.copyOf(fired), missed(rules, all, rule -> runs.test(rule) && !fired.contains(rule)));
    }

    private static List<Miss> missed(RuleSet rules, List<Object> facts, Predicate<RuleInfo> wanted) {
        Map<String, Piece> pieces = new HashMap<>();
        Map<RuleInfo, List<Piece>> ofRule = new HashMap<>();
        ModelImpl model = new ModelImpl();
        for (Model source : rules.models()) {
            for (Rule rule : source.getRules()) {
                RuleInfo info = rules.info(rule.getPackage(), rule.getName());
                if (info != null && wanted.test(info)) {
                    for (Cut cut : cuts(rule.getView())) {
                        List<Piece> own = ofRule.computeIfAbsent(info, any -> new ArrayList<>());
                        Piece piece = new Piece(info, own.size(), cut.condition(), cut.asks());
                        own.add(piece);
                        String name = String.valueOf(pieces.size());
                        pieces.put(name, piece);
                        model.addRule(new RuleImpl(PACKAGE, name, null, new CompositePatterns(Condition.Type.AND, cut.conditions()),
                                DSL.execute((Block0) () -> {}).get(), Map.of(), Map.of()));
                    }
                }
            }
        }
        Set<Piece> applies = new HashSet<>();
        KieSession session = KieBaseBuilder.createKieBaseFromModel(List.of(model)).newKieSession();
        try {
            facts.forEach(session::insert);
            // Once is enough to know that it applies.
            session.fireAllRules(match -> {
                applies.add(pieces.get(match.getRule().getName()));
                return false;
            });
        } finally {
            session.dispose();
        }
        List<Miss> missed = new ArrayList<>();
        ofRule.forEach((rule, own) -> {
            int held = 0;
            while (held < own.size() && applies.contains(own.get(held))) {
                held++;
            }
            if (held < own.size()) {
                boolean nearly = own.get(held).asks() && held > 0 && (held == own.size() - 1 || own.subList(0, held).stream().anyMatch(Piece::asks));
                missed.add(new Miss(rule, held, own.size(), own.get(held).condition(), nearly));
            }
        });
        missed.sort((one, other) -> {
            int nearest = Integer.compare(one.of() - one.held(), other.of() - other.held());
            return nearest != 0 ? nearest : Integer.compare(one.rule().order(), other.rule().order());
        });
        return missed;
    }

    /** The conditions up to here, the last of them in words, and whether it asks for more than that there is a fact of a type. */
    private record Cut(List<Condition> conditions, String condition, boolean asks) {}

    private static List<Cut> cuts(Condition view) {
        List<Cut> cuts = new ArrayList<>();
        List<Condition> before = new ArrayList<>();
        for (Condition condition : view.getSubConditions()) {
            if (condition.getType() == Condition.Type.CONSEQUENCE) {
                continue; // Drools counts what follows from the conditions among them
            }
            if (condition instanceof Pattern<?> pattern && condition.getType() == Condition.Type.PATTERN) {
                List<Constraint> constraints = constraints(pattern.getConstraint());
                String type = pattern.getPatternVariable().getType().getSimpleName();
                if (constraints.isEmpty() || before.isEmpty() || !cuts.get(cuts.size() - 1).condition().startsWith(type)) {
                    cuts.add(new Cut(with(before, upTo(pattern, constraints, 0)), type, false));
                }
                for (int count = 1; count <= constraints.size(); count++) {
                    String text = constraints.get(count - 1).predicateInformation().getStringConstraint();
                    cuts.add(new Cut(with(before, upTo(pattern, constraints, count)), type + ": " + text, true));
                }
            } else {
                cuts.add(new Cut(with(before, condition), described(condition), true));
            }
            before.add(condition);
        }
        return cuts;
    }

    private static List<Condition> with(List<Condition> before, Condition last) {
        List<Condition> all = new ArrayList<>(before);
        all.add(last);
        return all;
    }

    private static <T> Condition upTo(Pattern<T> pattern, List<Constraint> constraints, int count) {
        PatternImpl<T> cut = new PatternImpl<>(pattern.getPatternVariable());
        constraints.subList(0, count).forEach(cut::addConstraint);
        pattern.getBindings().forEach(cut::addBinding);
        return cut;
    }

    private static List<Constraint> constraints(Constraint constraint) {
        if (constraint == null || constraint == org.drools.model.SingleConstraint.TRUE) {
            return List.of();
        }
        return constraint.getType() == Constraint.Type.MULTIPLE || constraint.getType() == Constraint.Type.AND ? constraint.getChildren() : List.of(constraint);
    }

    private static String described(Condition condition) {
        List<String> parts = new ArrayList<>();
        describe(condition, parts);
        String kind = condition.getType().name().toLowerCase(java.util.Locale.ROOT);
        return kind + " " + String.join(", ", parts);
    }

    private static void describe(Condition condition, List<String> parts) {
        if (condition instanceof Pattern<?> pattern) {
            List<String> texts = constraints(pattern.getConstraint()).stream().map(one -> one.predicateInformation().getStringConstraint()).toList();
            parts.add(pattern.getPatternVariable().getType().getSimpleName() + "(" + String.join(", ", texts) + ")");
        }
        condition.getSubConditions().forEach(inner -> describe(inner, parts));
    }
}
