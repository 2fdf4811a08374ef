package org.tripostal.settings;

import java.util.Map;
import java.util.Set;
import org.tripostal.action.Severity;
import org.tripostal.engine.RuleInfo;

/**
 * Which rules the user wants, and how much a finding weighs.
 *
 * @param packsOff packs that do not run
 * @param rulesOff rules that do not run, by name
 * @param severities the user's own weight of a finding, by code
 */
public record Choices(Set<String> packsOff, Set<String> rulesOff, Map<String, Severity> severities) {

    /** Everything runs, and weighs what its rule says. */
    public static final Choices ALL = new Choices(Set.of(), Set.of(), Map.of());

    public Choices {
        packsOff = Set.copyOf(packsOff);
        rulesOff = Set.copyOf(rulesOff);
        severities = Map.copyOf(severities);
    }

    /** Whether a rule runs; those of the organisation always do. */
    public boolean runs(String pack, String rule) {
        return RuleInfo.isOfOrganisation(pack) || !packsOff.contains(pack) && !rulesOff.contains(rule);
    }
}
