package org.tripostal.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tripostal.Messages;
import org.tripostal.engine.Decided;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.Watchdog;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Problem;

/** Judges the messages of {@code check}. A rule of somebody's own that fails is set aside, and the message is judged by the others. */
final class CheckJudge implements AutoCloseable {

    private final CheckRules rules;
    private final Configuration configuration;
    private final boolean strict;
    private final Choices choices;
    private final Watchdog watchdog;
    private final Locale locale;
    private final Consumer<String> failed;
    private final Judge now;
    private final Comparison comparison;
    private Judge judge;

    /**
     * @param watchdog is told of each message; null for none
     * @param failed is told of a rule that fails, in words
     */
    CheckJudge(CheckRules rules, Configuration configuration, boolean strict, Watchdog watchdog, Locale locale, Consumer<String> failed) {
        this.rules = rules;
        this.configuration = configuration;
        this.strict = strict;
        this.choices = configuration.settings().choices();
        this.watchdog = watchdog;
        this.locale = locale;
        this.failed = failed;
        judge = judge(rules.wanted().set());
        now = rules.now() == null ? null : judge(rules.now().set());
        comparison = rules.now() == null ? null : new Comparison(rules.fresh(), locale);
    }

    private Judge judge(RuleSet set) {
        Predicate<RuleInfo> runs = rule -> choices.runs(rule.pack(), rule.rule());
        return new Judge(set, strict ? configuration.strictFacts() : configuration.facts(), runs, watchdog);
    }

    /**
     * What comes of a message.
     *
     * @param then what would be done by the rules asked for
     * @param now what is done by the rules in force, where that is something else; otherwise empty
     */
    record Judged(Decision then, Optional<Decision> now) {}

    Judged judged(List<Object> facts) {
        List<Decided> decided = decided(facts);
        Decision then = Resolver.resolve(decided, choices.severities());
        if (now == null) {
            return new Judged(then, Optional.empty());
        }
        try {
            Decision before = Resolver.resolve(now.judge(facts), choices.severities());
            return new Judged(then, comparison.add(decided, then, before) ? Optional.of(before) : Optional.empty());
        } catch (RuleFailure e) {
            failed.accept(e.getMessage());
            return new Judged(then, Optional.empty());
        }
    }

    private List<Decided> decided(List<Object> facts) {
        try {
            return judge.judge(facts);
        } catch (RuleFailure e) {
            Optional<Problem> problem = setAside(e);
            failed.accept(problem.map(Problem::shown).orElse(e.getMessage()));
            return problem.isPresent() ? decided(facts) : List.of();
        }
    }

    private Optional<Problem> setAside(RuleFailure failure) {
        try {
            Optional<Problem> problem = failure.rule().isEmpty()
                    ? Optional.empty()
                    : rules.wanted().setAside(failure.rule().get(), failure.kind(), failure.detail(), Messages.in(locale));
            if (problem.isPresent()) {
                rules.renew();
                judge.close();
                judge = judge(rules.wanted().set());
            }
            return problem;
        } catch (IOException e) {
            failed.accept(e.toString());
            return Optional.empty();
        }
    }

    /** What came of all messages, where there was something to compare. */
    List<String> summary() {
        return comparison == null ? List.of() : comparison.summary();
    }

    @Override
    public void close() {
        judge.close();
        if (now != null) {
            now.close();
        }
    }
}
