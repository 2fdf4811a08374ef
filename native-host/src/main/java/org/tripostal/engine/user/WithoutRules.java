package org.tripostal.engine.user;

import java.util.List;
import java.util.function.Predicate;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/** A model without some of its rules: their conditions are not even looked at. */
final class WithoutRules implements Model {

    private final Model model;
    private final List<Rule> rules;

    private WithoutRules(Model model, List<Rule> rules) {
        this.model = model;
        this.rules = rules;
    }

    static Model of(Model model, Predicate<String> kept) {
        List<Rule> rules = model.getRules().stream().filter(rule -> kept.test(rule.getName())).toList();
        return rules.size() == model.getRules().size() ? model : new WithoutRules(model, rules);
    }

    @Override
    public String getName() {
        return model.getName();
    }

    @Override
    public String getPackageName() {
        return model.getPackageName();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Drools declares it
    public List<Global> getGlobals() {
        return model.getGlobals();
    }

    @Override
    public List<Rule> getRules() {
        return rules;
    }

    @Override
    public List<Query> getQueries() {
        return model.getQueries();
    }

    @Override
    public List<TypeMetaData> getTypeMetaDatas() {
        return model.getTypeMetaDatas();
    }

    @Override
    public List<EntryPoint> getEntryPoints() {
        return model.getEntryPoints();
    }
}
