package org.tripostal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.functions.PredicateInformation;

/**
 * Finds which of the user's rules is at work when nobody says so: while conditions are compared, the rule engine names no rule. The classes that are at work belong to a
 * file and mostly name their rule; where only facts are combined and no class of a rule is at work, it is the rule that combines most.
 */
final class Suspects {

    private final RuleSet rules;
    private final Map<RuleInfo, List<Class<?>>> patterns = new HashMap<>();

    Suspects(RuleSet rules) {
        this.rules = rules;
        for (RuleSet.Part part : rules.parts()) {
            part.models().forEach(model -> model.getRules().forEach(this::add));
        }
    }

    private void add(Rule rule) {
        RuleInfo info = rules.info(rule.getPackage(), rule.getName());
        if (info != null) {
            List<Class<?>> types = new ArrayList<>();
            collect(rule.getView(), types);
            patterns.put(info, types);
        }
    }

    private static void collect(Condition condition, List<Class<?>> types) {
        if (condition instanceof Pattern<?> pattern) {
            types.add(pattern.getPatternVariable().getType());
        }
        condition.getSubConditions().forEach(inner -> collect(inner, types));
    }

    /**
     * The rule that is at work.
     *
     * @param stack what the thread that judges is doing
     * @param facts what it judges
     */
    Optional<RuleInfo> atWork(StackTraceElement[] stack, List<?> facts) {
        List<RuleInfo> candidates = new ArrayList<>(patterns.keySet());
        for (StackTraceElement frame : stack) {
            for (RuleSet.Part part : rules.parts()) {
                for (String drlPackage : part.rules().stream().map(RuleInfo::drlPackage).distinct().toList()) {
                    if (frame.getClassName().startsWith(drlPackage + ".")) {
                        Optional<RuleInfo> named = namedBy(frame.getClassName(), part, drlPackage);
                        if (named.isPresent()) {
                            return named;
                        }
                        candidates.removeIf(rule -> !rule.drlPackage().equals(drlPackage));
                    }
                }
            }
        }
        Map<Class<?>, Long> counts = new HashMap<>();
        facts.forEach(fact -> counts.merge(fact.getClass(), 1L, Long::sum));
        return candidates.stream().max((one, other) -> Double.compare(combinations(one, counts), combinations(other, counts)));
    }

    private Optional<RuleInfo> namedBy(String className, RuleSet.Part part, String drlPackage) {
        try {
            Object lambda = Class.forName(className, false, part.loader()).getField("INSTANCE").get(null);
            PredicateInformation about = (PredicateInformation) lambda.getClass().getMethod("predicateInformation").invoke(lambda);
            return about.getRuleDefs().stream().map(rule -> rules.info(drlPackage, rule.getRuleName())).filter(java.util.Objects::nonNull).findFirst();
        } catch (ReflectiveOperationException e) {
            return Optional.empty(); // not a condition: a function of the file's, or a value that is read; then the file alone is known
        }
    }

    private double combinations(RuleInfo rule, Map<Class<?>, Long> counts) {
        double product = 1;
        for (Class<?> type : patterns.get(rule)) {
            product *= Math.max(1, counts.entrySet().stream().filter(entry -> type.isAssignableFrom(entry.getKey())).mapToLong(Map.Entry::getValue).sum());
        }
        return product;
    }
}
