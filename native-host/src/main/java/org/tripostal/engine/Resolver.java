package org.tripostal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tripostal.action.Action;
import org.tripostal.action.Finding;
import org.tripostal.action.Keep;
import org.tripostal.action.Placement;
import org.tripostal.action.Severity;
import org.tripostal.action.SpamEvidence;

/**
 * Settles what a message's decisions come to: tags, flags and findings add up; of the placements one wins, by precedence, then by salience,
 * then by the order of pack, file and rule.
 */
public final class Resolver {

    private static final Comparator<Decided> STRONGEST_FIRST = Comparator.comparing(Resolver::precedence)
            .thenComparing(Decided::salience, Comparator.reverseOrder())
            .thenComparing(decided -> decided.rule().order());

    /** What weighed most comes first, whichever way it weighed. */
    private static final Comparator<Decided> WEIGHTIEST_FIRST =
            Comparator.comparingDouble((Decided decided) -> Math.abs(((SpamEvidence) decided.action()).weight())).reversed();

    private static final Comparator<Decided> GRAVEST_FIRST =
            Comparator.comparing((Decided decided) -> ((Finding) decided.action()).severity()).thenComparing(decided -> decided.rule().order());

    private Resolver() {}

    /** The decision that follows from what the rules inserted, in any order. */
    public static Decision resolve(List<Decided> decided) {
        return resolve(decided, Map.of());
    }

    /**
     * The decision that follows from what the rules inserted, in any order.
     *
     * @param severities how much a finding of a code weighs, where the user wants it otherwise than its rule; a rule of the organisation's is not asked
     */
    public static Decision resolve(List<Decided> decided, Map<String, Severity> severities) {
        List<Decided> placements = new ArrayList<>();
        List<Decided> others = new ArrayList<>();
        List<Decided> findings = new ArrayList<>();
        List<Decided> evidence = new ArrayList<>();
        for (Decided one : decided) {
            if (one.action() instanceof Placement) {
                placements.add(one);
            } else if (one.action() instanceof Finding finding) {
                findings.add(weighed(one, finding, severities));
            } else if (one.action() instanceof SpamEvidence) {
                evidence.add(one);
            } else {
                others.add(one);
            }
        }
        placements.sort(STRONGEST_FIRST);
        findings.sort(GRAVEST_FIRST);
        others.sort(Comparator.comparing(one -> one.rule().order()));
        evidence.sort(WEIGHTIEST_FIRST);

        List<Decided> actions = new ArrayList<>();
        List<Decision.Lost> lost = new ArrayList<>();
        if (!placements.isEmpty()) {
            Decided winner = placements.get(0);
            actions.add(winner);
            placements.stream()
                    .skip(1)
                    .filter(loser -> !loser.action().equals(winner.action()))
                    .forEach(loser -> lost.add(new Decision.Lost(loser, winner)));
        }
        Set<Action> seen = new LinkedHashSet<>();
        others.stream().filter(other -> seen.add(other.action())).forEach(actions::add);
        return new Decision(actions, lost, findings, new SpamScore(evidence));
    }

    private static Decided weighed(Decided decided, Finding finding, Map<String, Severity> severities) {
        if (decided.rule().ofOrganisation()) {
            return decided;
        }
        Severity wanted = severities.getOrDefault(finding.code(), finding.severity());
        return new Decided(new Finding(finding.code(), wanted), decided.rule(), decided.salience(), decided.values(), decided.matched());
    }

    static Precedence precedence(Decided decided) {
        return decided.action() instanceof Keep ? Precedence.KEEP : decided.rule().precedence();
    }
}
