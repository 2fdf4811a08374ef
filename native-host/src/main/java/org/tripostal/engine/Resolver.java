package org.tripostal.engine;

import java.util.ArrayList;
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
        // Each start waits for the first decision, and the lambdas of Comparator.comparing can be in no archive, since they are serializable.
        placements.sort(Resolver::strongestFirst);
        findings.sort(Resolver::gravestFirst);
        others.sort(Resolver::byOrder);
        evidence.sort(Resolver::weightiestFirst);

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

    private static int strongestFirst(Decided one, Decided other) {
        int kind = precedence(one).compareTo(precedence(other));
        int either = kind != 0 ? kind : Integer.compare(other.salience(), one.salience());
        return either != 0 ? either : byOrder(one, other);
    }

    /** What weighed most comes first, whichever way it weighed. */
    private static int weightiestFirst(Decided one, Decided other) {
        return Double.compare(Math.abs(((SpamEvidence) other.action()).weight()), Math.abs(((SpamEvidence) one.action()).weight()));
    }

    private static int gravestFirst(Decided one, Decided other) {
        int severity = ((Finding) one.action()).severity().compareTo(((Finding) other.action()).severity());
        return severity != 0 ? severity : byOrder(one, other);
    }

    private static int byOrder(Decided one, Decided other) {
        return Integer.compare(one.rule().order(), other.rule().order());
    }
}
