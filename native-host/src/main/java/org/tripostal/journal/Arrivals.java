package org.tripostal.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds, among the messages that an inbox holds, those that were never judged: mail that was read elsewhere before Thunderbird told of it, that came
 * while Tripostal was off, or is a second copy of a Message-ID. What the user moved back is known, and stays.
 */
public final class Arrivals {

    private final Journal journal;

    /** By what this journal knows. */
    public Arrivals(Journal journal) {
        this.journal = journal;
    }

    /**
     * What came of a look into an inbox; the numbers are places in the list that was given.
     *
     * @param unknown to be judged
     * @param ambiguous cannot be told from the Message-ID alone: to be asked about again with the delivery
     */
    public record Found(List<Integer> unknown, List<Integer> ambiguous) {}

    /**
     * Looks through copies that lie in an inbox, and notes which rest there. The first time that all of an account's inbox is looked through, all
     * rest: what was there before Tripostal is left alone.
     *
     * @param copies one for each message that was looked at
     * @param complete whether these are all that the inbox holds, so that what is not among them has left it
     */
    public Found among(String account, List<Copy> copies, boolean complete) throws JournalException {
        return journal.together(same -> complete && !journal.copies().knows(account) ? begin(account, copies) : compare(account, copies, complete));
    }

    /** Those that came before this first look, and were judged already, are not counted twice. */
    private Found begin(String account, List<Copy> copies) throws JournalException {
        Map<String, List<Integer>> places = places(copies);
        Map<String, Map<String, Integer>> known = journal.copies().of(account, places.keySet());
        Map<Copy, Integer> resting = new HashMap<>();
        places.forEach((messageId, at) ->
                resting.put(new Copy(messageId, Copy.UNKNOWN_DELIVERY), Math.max(0, at.size() - sum(known.getOrDefault(messageId, Map.of())))));
        journal.copies().set(account, resting);
        journal.copies().learn(account);
        return new Found(List.of(), List.of());
    }

    private Found compare(String account, List<Copy> copies, boolean complete) throws JournalException {
        Map<String, List<Integer>> places = places(copies);
        Map<String, Map<String, Integer>> known = journal.copies().of(account, places.keySet());
        Map<Copy, Integer> resting = new HashMap<>();
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (Map.Entry<String, List<Integer>> one : places.entrySet()) {
            String messageId = one.getKey();
            List<Integer> at = one.getValue();
            Map<String, Integer> deliveries = known.getOrDefault(messageId, Map.of());
            if (deliveries.isEmpty()) {
                found.unknown().addAll(at);
            } else if (at.stream().noneMatch(place -> copies.get(place).delivery().equals(Copy.UNKNOWN_DELIVERY))) {
                tellApart(messageId, at, copies, deliveries, found, resting);
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

    private static Map<String, List<Integer>> places(List<Copy> copies) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < copies.size(); i++) {
            places.computeIfAbsent(copies.get(i).messageId(), id -> new ArrayList<>()).add(i);
        }
        return places;
    }

    private static int sum(Map<String, Integer> deliveries) {
        return deliveries.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A delivery that is known may rest, also where the user moved it back; of those that nobody has named yet, the first ones are taken for known. */
    private static void tellApart(
            String messageId, List<Integer> at, List<Copy> copies, Map<String, Integer> known, Found found, Map<Copy, Integer> resting) {
        Map<String, Integer> seen = new HashMap<>();
        int unnamed = known.getOrDefault(Copy.UNKNOWN_DELIVERY, 0);
        for (int place : at) {
            String delivery = copies.get(place).delivery();
            int copy = seen.merge(delivery, 1, Integer::sum);
            if (known.containsKey(delivery) && copy <= Math.max(1, known.get(delivery))) {
                resting.put(new Copy(messageId, delivery), Math.max(copy, known.get(delivery)));
            } else if (unnamed > 0) {
                unnamed--;
            } else {
                found.unknown().add(place);
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
