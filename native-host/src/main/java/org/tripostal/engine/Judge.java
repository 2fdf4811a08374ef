package org.tripostal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.drools.core.rule.consequence.InternalMatch;
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

/**
 * Lets rules judge one message after another. Routes and limits stay in the session; a message's facts, and what the rules inserted,
 * leave it before the next message comes. After any exception the session is thrown away. Not safe for use by several threads.
 */
public final class Judge implements AutoCloseable {

    /** More firings for one message than this are a rule that never ends. */
    static final int FIRING_LIMIT = 10_000;

    private final RuleSet rules;
    private final Collection<?> settings;
    private final AgendaFilter filter;
    private final List<FactHandle> inserted = new ArrayList<>();
    private final List<Decided> decided = new ArrayList<>();
    private KieSession session;
    private Match firing;
    private int firings;

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
        this.rules = rules;
        this.settings = settings;
        this.filter = match -> runs.test(rules.info(match.getRule().getPackageName(), match.getRule().getName()));
    }

    /**
     * What the rules decide on one message, in the order in which they fired.
     *
     * @param facts the message and what was read of it; those that no rule looks at are left aside
     * @throws RuleFailure where a rule threw an exception or did not come to an end; the next message is judged afresh
     */
    public List<Decided> judge(Collection<?> facts) throws RuleFailure {
        decided.clear();
        try {
            KieSession open = session();
            for (Object fact : facts) {
                if (rules.looksAt(fact.getClass())) {
                    open.insert(fact);
                }
            }
            firings = open.fireAllRules(filter, FIRING_LIMIT);
            if (firings >= FIRING_LIMIT) {
                throw new RuleFailure("the rule “" + firing.getRule().getName() + "” does not come to an end", null);
            }
            inserted.forEach(open::delete);
            return List.copyOf(decided);
        } catch (RuntimeException | StackOverflowError e) {
            close();
            String rule = firing == null ? "" : " in the rule “" + firing.getRule().getName() + "”";
            throw new RuleFailure("a rule failed" + rule + ": " + rootMessage(e), e);
        } catch (RuleFailure e) {
            close();
            throw e;
        } finally {
            inserted.clear();
            firing = null;
        }
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
                }
            });
            session.addEventListener(new DefaultRuleRuntimeEventListener() {
                @Override
                public void objectInserted(ObjectInsertedEvent event) {
                    inserted.add(event.getFactHandle());
                    if (event.getObject() instanceof Action action) {
                        decided.add(reasoned(action));
                    }
                }
            });
        }
        return session;
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
