package org.tripostal.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, among the messages that an inbox holds, those that were never judged: mail that was read elsewhere before Thunderbird told of it, that came
 * while Tripostal was off, or is a second copy of a Message-ID. What the user moved back is known, and stays.
 */
public final class Arrivals {

    private final Journal journal;
    private final Clock clock;

    /** By what this journal knows. */
    public Arrivals(Journal journal) {
        this(journal, Clock.systemUTC());
    }

    Arrivals(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What came of a look into an inbox; the numbers are places in the list that was given.
     *
     * @param unknown to be judged
     * @param ambiguous cannot be told from the Message-ID alone: to be asked about again with the delivery
     * @param lost whether the account is not new but the journal is: an older one was lost, or emptied
     */
    public record Found(List<Integer> unknown, List<Integer> ambiguous, boolean lost) {}

    /**
     * Looks through copies that lie in an inbox, and notes which rest there. What was there before Tripostal is left alone: at the first complete look
     * into an account's inbox, and later, since the first download of a large inbox takes its time, whatever came before that.
     *
     * @param copies one for each message that was looked at
     * @param complete whether these are all that the inbox holds, so that what is not among them has left it
     * @param met when Tripostal first saw this account; counts at the first complete look. Where the account is not new but the journal is, since an
     *     older one was lost, nothing
     * @param judgedUntil where a journal was lost: what came before this moment had been judged; nothing where that is not known, and the journal's own
     *     beginning has to do
     */
    public Found among(String account, List<Present> copies, boolean complete, Optional<Instant> met, Optional<Instant> judgedUntil) throws JournalException {
        return journal.together(same -> {
            boolean first = complete && !journal.copies().knows(account);
            if (first) {
                journal.copies().learn(account, met.or(() -> judgedUntil).orElse(journal.copies().begun()));
            }
            Optional<Instant> since = journal.copies().since(account);
            return compare(account, copies, complete, since.map(begin -> new Before(begin, first, clock.instant())), first && met.isEmpty());
        });
    }

    private Found compare(String account, List<Present> copies, boolean complete, Optional<Before> before, boolean lost) throws JournalException {
        Map<String, List<Integer>> places = places(copies);
        Map<String, Map<String, Integer>> known = journal.copies().of(account, places.keySet());
        Map<Copy, Integer> resting = new HashMap<>();
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), lost);
        for (Map.Entry<String, List<Integer>> one : places.entrySet()) {
            String messageId = one.getKey();
            List<Integer> at = one.getValue();
            Map<String, Integer> deliveries = known.getOrDefault(messageId, Map.of());
            if (deliveries.isEmpty()) {
                at.forEach(place -> place(copies.get(place), place, before, found, resting));
            } else if (at.stream().noneMatch(place -> copies.get(place).copy().delivery().equals(Copy.UNKNOWN_DELIVERY))) {
                tellApart(at, copies, deliveries, before, found, resting);
            } else if (at.size() > sum(deliveries)) {
                found.ambiguous().addAll(at);
            } else if (complete) {
                lower(messageId, sum(deliveries) - at.size(), deliveries, resting);
            }
        }
        if (complete) {
            journal.copies().forgetExcept(account, places.keySet());
        }
        journal.copies().set(account, resting);
        return found;
    }

    /** A copy that nothing is known of: is it new, or was it there before Tripostal? */
    private static void place(Present present, int place, Optional<Before> before, Found found, Map<Copy, Integer> resting) {
        switch (before.map(begin -> begin.ageOf(present)).orElse(Before.Age.NEW)) {
            case NEW -> found.unknown().add(place);
            case OLD -> resting.merge(present.copy(), 1, Integer::sum);
            case NOT_CERTAIN -> found.ambiguous().add(place);
        }
    }

    private static Map<String, List<Integer>> places(List<Present> copies) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < copies.size(); i++) {
            places.computeIfAbsent(copies.get(i).copy().messageId(), id -> new ArrayList<>()).add(i);
        }
        return places;
    }

    private static int sum(Map<String, Integer> deliveries) {
        return deliveries.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * A delivery that is known may rest, also where the user moved it back; of those that nobody has named yet, the first ones are taken for known. What the last
     * server took in since Tripostal began is none of these: a look may only have taken it for old because it was written long before.
     */
    private static void tellApart(
            List<Integer> at, List<Present> copies, Map<String, Integer> known, Optional<Before> before, Found found, Map<Copy, Integer> resting) {
        Map<String, Integer> seen = new HashMap<>();
        int unnamed = known.getOrDefault(Copy.UNKNOWN_DELIVERY, 0);
        for (int place : at) {
            String delivery = copies.get(place).copy().delivery();
            int copy = seen.merge(delivery, 1, Integer::sum);
            if (known.containsKey(delivery) && copy <= Math.max(1, known.get(delivery))) {
                resting.put(copies.get(place).copy(), Math.max(copy, known.get(delivery)));
            } else if (unnamed > 0 && !before.map(begin -> begin.sawComing(copies.get(place))).orElse(false)) {
                unnamed--;
            } else {
                place(copies.get(place), place, before, found, resting);
            }
        }
    }

    /**
     * Some have left. Which ones is not known, and does not matter: a known delivery is known wherever it is. Those of unknown delivery, from before
     * Tripostal, rest for good.
     */
    private static void lower(String messageId, int left, Map<String, Integer> known, Map<Copy, Integer> resting) {
        int still = left;
        for (String delivery : known.keySet().stream().filter(name -> !name.equals(Copy.UNKNOWN_DELIVERY)).sorted().toList()) {
            int gone = Math.min(still, known.get(delivery));
            if (gone > 0) {
                resting.put(new Copy(messageId, delivery), known.get(delivery) - gone);
                still -= gone;
            }
        }
    }
}
