package org.tripostal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.drools.core.rule.consequence.InternalMatch;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;
import org.tripostal.action.Action;
import org.tripostal.mail.Header;
import org.tripostal.mail.OutgoingMessage;

/**
 * Lets rules judge one message after another. Routes and limits stay in the session; a message's facts, and what the rules inserted,
 * leave it before the next message comes. After any exception the session is thrown away. Not safe for use by several threads.
 */
public final class Judge implements AutoCloseable {

    /** More firings for one message than this are a rule that never ends. */
    static final int FIRING_LIMIT = 10_000;
    /** So many of the last ones tell which rule it is. */
    private static final int LAST_FIRINGS = 1_000;

    private final RuleSet rules;
    private final Collection<?> settings;
    private final AgendaFilter filter;
    private List<FactHandle> inserted = List.of();
    private final List<Decided> decided = new ArrayList<>();
    private final Watchdog watchdog;
    private KieSession session;
    private Match firing;
    private int firings;
    private final Map<RuleInfo, Integer> busy = new HashMap<>();
    private volatile RuleInfo running;
    private volatile List<?> facts = List.of();

    /**
     * @param rules the rules in force
     * @param settings facts that stay from message to message: routes and limits
     */
    public Judge(RuleSet rules, Collection<?> settings) {
        this(rules, settings, rule -> true);
    }

    /**
     * @param rules the rules in force
     * @param settings facts that stay from message to message: routes and limits
     * @param runs whether a rule is to fire
     */
    public Judge(RuleSet rules, Collection<?> settings, Predicate<RuleInfo> runs) {
        this(rules, settings, runs, null);
    }

    /**
     * @param rules the rules in force
     * @param settings facts that stay from message to message: routes and limits
     * @param runs whether a rule is to fire
     * @param watchdog is told of each message; null for none
     */
    public Judge(RuleSet rules, Collection<?> settings, Predicate<RuleInfo> runs, Watchdog watchdog) {
        this.watchdog = watchdog;
        this.rules = rules;
        this.settings = settings;
        this.filter = match -> runs.test(rules.info(match.getRule().getPackageName(), match.getRule().getName()));
    }

    /**
     * What the rules decide on one message, in the order in which they fired.
     *
     * @param facts the message and what was read of it; those that no rule on such a message looks at are left aside
     * @throws RuleFailure where a rule threw an exception or did not come to an end; the next message is judged afresh
     */
    public List<Decided> judge(Collection<?> facts) throws RuleFailure {
        decided.clear();
        inserted = new ArrayList<>();
        this.facts = List.copyOf(facts);
        if (watchdog != null) {
            if (!rules.parts().isEmpty()) {
                Reserve.keep();
            }
            watchdog.begin(this);
        }
        try {
            KieSession open = session();
            boolean outgoing = facts.stream().anyMatch(OutgoingMessage.class::isInstance);
            for (Object fact : facts) {
                if (rules.looksAt(fact.getClass(), outgoing)) {
                    open.insert(fact);
                }
            }
            firings = 0;
            if (open.fireAllRules(filter, FIRING_LIMIT) >= FIRING_LIMIT) {
                throw new RuleFailure(busiest(), RuleFailure.Kind.ENDLESS, "", null);
            }
            inserted.forEach(open::delete);
            return List.copyOf(decided);
        } catch (RuntimeException | StackOverflowError e) {
            close();
            throw new RuleFailure(culprit(e), RuleFailure.Kind.THREW, rootMessage(e), e);
        } catch (OutOfMemoryError e) {
            // First of all there must be room again: even to close a session takes some.
            Reserve.release();
            inserted = List.of();
            decided.clear();
            firing = null;
            close();
            throw new RuleFailure(culprit(e), RuleFailure.Kind.MEMORY, "", e);
        } catch (RuleFailure e) {
            close();
            throw e;
        } finally {
            inserted = List.of();
            firing = null;
            running = null;
            busy.clear();
            this.facts = List.of();
            if (watchdog != null) {
                watchdog.end();
            }
        }
    }

    /** Of the rules that fired last, before it was too much: a rule of the user's sooner than a built-in one, and the one that fired most. */
    private RuleInfo busiest() {
        return busy.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<RuleInfo, Integer> entry) -> isOfUser(entry.getKey())).thenComparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private boolean isOfUser(RuleInfo rule) {
        return rules.parts().stream().anyMatch(part -> part.rules().stream().anyMatch(one -> one.drlPackage().equals(rule.drlPackage())));
    }

    /** Whose fault an exception is: that of the rule whose consequence is at work, otherwise of the one whose condition threw it. */
    private RuleInfo culprit(Throwable e) {
        if (running != null) {
            return running;
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Suspects(rules).atWork(root.getStackTrace(), facts).orElse(null);
    }

    /** The rule of the user's that is at work, as far as another thread can tell; none where it is a built-in one. */
    Optional<RuleInfo> atWork(Thread thread) {
        RuleInfo firing = running;
        return firing != null ? Optional.of(firing) : new Suspects(rules).atWork(thread.getStackTrace(), facts);
    }

    @Override
    public void close() {
        if (session != null) {
            session.dispose();
            session = null;
        }
    }

    private KieSession session() {
        if (session == null) {
            session = rules.kieBase().newKieSession();
            settings.stream().filter(fact -> rules.looksAt(fact.getClass())).forEach(session::insert);
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    firing = event.getMatch();
                    running = rules.info(firing.getRule().getPackageName(), firing.getRule().getName());
                    if (++firings > FIRING_LIMIT - LAST_FIRINGS) {
                        busy.merge(running, 1, Integer::sum);
                    }
                }

                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    running = null;
                }
            });
            session.addEventListener(new DefaultRuleRuntimeEventListener() {
                @Override
                public void objectInserted(ObjectInsertedEvent event) {
                    inserted.add(event.getFactHandle());
                    if (event.getObject() instanceof Action action) {
                        decideOnce(action, event.getFactHandle());
                    }
                }
            });
        }
        return session;
    }

    /** A rule that several header fields or attachments fire decides the same over again: once is enough, and evidence must not count twice. */
    private void decideOnce(Action action, FactHandle handle) {
        Decided one = reasoned(action);
        boolean again = decided.stream().anyMatch(before -> before.rule() == one.rule() && before.action().equals(action));
        if (again) {
            inserted.remove(inserted.size() - 1);
            session.delete(handle);
        } else {
            decided.add(one);
        }
    }

    private Decided reasoned(Action action) {
        RuleInfo rule = rules.info(firing.getRule().getPackageName(), firing.getRule().getName());
        Map<String, Object> values = new TreeMap<>();
        Set<Decided.Matched> matched = new LinkedHashSet<>();
        for (Object fact : firing.getObjects()) {
            if (fact instanceof Header header) {
                matched.add(new Decided.Matched(header.name(), header.value()));
            }
        }
        for (String variable : firing.getDeclarationIds()) {
            if (variable.startsWith("$")) {
                Object value = firing.getDeclarationValue(variable);
                values.put(variable.substring(1), value);
                String field = rule.bindings().get(variable);
                if (field != null) {
                    matched.add(new Decided.Matched(field, String.valueOf(value)));
                }
            }
        }
        return new Decided(action, rule, ((InternalMatch) firing).getSalience(), values, List.copyOf(matched));
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
