package org.tripostal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.tripostal.action.Placement;

/** Compiled rules that are in force together. It does not change: other rules are another rule set. */
public final class RuleSet {

    private final KieBase kieBase;
    private final Map<String, RuleInfo> rules = new HashMap<>();
    private final Set<String> packs = new TreeSet<>();
    private final Set<String> factTypes = new HashSet<>();
    private final List<Part> parts;
    private final List<Model> models;
    private final boolean needsBody;

    private RuleSet(Collection<Model> models, Collection<RuleInfo> infos, List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.models = List.copyOf(models);
        kieBase = KieBaseBuilder.createKieBaseFromModel(models);
        for (RuleInfo info : infos) {
            rules.put(key(info.drlPackage(), info.rule()), info);
            packs.add(info.pack());
            factTypes.addAll(info.looksAt());
        }
        needsBody = rules.values().stream().anyMatch(RuleInfo::needsBody);
    }

    /** The names of the built-in packs, sorted. */
    public static Set<String> builtInPacks() {
        return RuleNames.builtIn().packs();
    }

    /**
     * The built-in rules of these packs.
     *
     * @throws IllegalStateException where the program was built wrongly
     */
    public static RuleSet builtIn(Set<String> packs) {
        return joined(packs, List.of());
    }

    /**
     * Compiled rules from elsewhere.
     *
     * @param models what to build the rule base from
     * @param rules what is known of them, in order
     * @param loader the class loader of their classes
     */
    public record Part(List<Model> models, List<RuleInfo> rules, ClassLoader loader) {}

    /**
     * The built-in rules of these packs, and others beside them; the places of the others come after those of all built-in rules, in their order.
     */
    public static RuleSet joined(Set<String> packs, List<Part> others) {
        RuleIndex index = builtInIndex();
        List<Model> models = new ArrayList<>();
        for (RuleIndex.CompiledModel model : index.models()) {
            if (packs.contains(model.pack())) {
                models.add(instantiate(model.className()));
            }
        }
        List<RuleInfo> infos = new ArrayList<>(index.rules().stream().filter(rule -> packs.contains(rule.pack())).toList());
        int place = index.rules().size();
        for (Part part : others) {
            models.addAll(part.models());
            for (RuleInfo rule : part.rules()) {
                infos.add(rule.at(place++));
            }
        }
        return new RuleSet(models, infos, others);
    }

    static RuleIndex builtInIndex() {
        return BuiltIn.INDEX;
    }

    /** Read once, when first asked for. */
    private static final class BuiltIn {
        private static final RuleIndex INDEX = readBuiltInIndex();
    }

    private static RuleIndex readBuiltInIndex() {
        try (InputStream in = RuleSet.class.getClassLoader().getResourceAsStream(RuleIndex.RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The built-in rules are missing from this program: " + RuleIndex.RESOURCE);
            }
            return RuleIndex.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model instantiate(String className) {
        try {
            return (Model) Class.forName(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The compiled rules " + className + " cannot be loaded", e);
        }
    }

    /** The packs that are in force, sorted. */
    public Set<String> packs() {
        return packs;
    }

    /** All rules, in order. */
    public List<RuleInfo> rules() {
        return rules.values().stream().sorted(Comparator.comparing(RuleInfo::order)).toList();
    }

    /** Whether a rule looks at facts of this type; facts that no rule looks at need not be made. */
    public boolean looksAt(Class<?> factType) {
        return factTypes.contains(factType.getSimpleName());
    }

    /** Whether a rule on incoming mail looks at what costs a download: text, links or attachments. */
    public boolean needsBody() {
        return needsBody;
    }

    /**
     * Whether a rule that looks at text, links or attachments could still change a decision that was made without them.
     *
     * @param decision made on the header alone
     * @param runs whether a rule is to fire at all
     */
    public boolean needsBody(Decision decision, Predicate<RuleInfo> runs) {
        Precedence settled = decision.actions().stream()
                .filter(decided -> decided.action() instanceof Placement)
                .map(Resolver::precedence)
                .findFirst()
                .orElse(Precedence.LIST);
        return rules.values().stream()
                .filter(rule -> rule.needsBody() && runs.test(rule))
                .anyMatch(rule -> rule.precedence() == Precedence.USER && !rule.evidence() || settled.compareTo(Precedence.SPAM_SCORE) >= 0);
    }

    /** What is known of each rule. */
    Collection<RuleInfo> all() {
        return rules.values();
    }

    /** Which of the rules from elsewhere a thread is busy with, as far as another thread can tell. */
    public Optional<RuleInfo> atWork(Thread thread) {
        return new Suspects(this).atWork(thread.getStackTrace(), List.of());
    }

    /** What came from elsewhere than the built-in packs. */
    List<Part> parts() {
        return parts;
    }

    List<Model> models() {
        return models;
    }

    KieBase kieBase() {
        return kieBase;
    }

    RuleInfo info(String drlPackage, String rule) {
        return rules.get(key(drlPackage, rule));
    }

    private static String key(String drlPackage, String rule) {
        return drlPackage + '\n' + rule;
    }
}
