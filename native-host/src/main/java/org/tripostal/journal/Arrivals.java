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
     * Looks through copies that lie in an inbox. Notes which rest there; of an account that is not known yet, all do: what was there before
     * Tripostal is left alone.
     *
     * @param copies one for each message that was looked at
     * @param complete whether these are all that the inbox holds, so that what is not among them has left it
     */
    public Found among(String account, List<Copy> copies, boolean complete) throws JournalException {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < copies.size(); i++) {
            places.computeIfAbsent(copies.get(i).messageId(), id -> new ArrayList<>()).add(i);
        }
        Map<Copy, Integer> resting = new HashMap<>();
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        if (!journal.knows(account)) {
            places.forEach((messageId, at) -> resting.put(new Copy(messageId, Copy.UNKNOWN_DELIVERY), at.size()));
            // An empty inbox was looked into, too: what comes into it later is new.
            resting.putIfAbsent(new Copy("", Copy.UNKNOWN_DELIVERY), 0);
        } else {
            Map<String, Map<String, Integer>> known = journal.copies(account, places.keySet());
            places.forEach((messageId, at) -> sort(messageId, at, copies, known.getOrDefault(messageId, Map.of()), found, resting));
        }
        if (complete) {
            journal.forgetRestingExcept(account, places.keySet());
        }
        journal.rest(account, resting);
        return found;
    }

    private static void sort(
            String messageId, List<Integer> at, List<Copy> copies, Map<String, Integer> known, Found found, Map<Copy, Integer> resting) {
        if (known.isEmpty()) {
            found.unknown().addAll(at);
            return;
        }
        int rest = known.values().stream().mapToInt(Integer::intValue).sum();
        if (at.size() <= rest) {
            return;
        }
        if (at.stream().anyMatch(place -> copies.get(place).delivery().equals(Copy.UNKNOWN_DELIVERY))) {
            found.ambiguous().addAll(at);
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        int unnamed = known.getOrDefault(Copy.UNKNOWN_DELIVERY, 0);
        for (int place : at) {
            String delivery = copies.get(place).delivery();
            int copy = seen.merge(delivery, 1, Integer::sum);
            if (known.containsKey(delivery) && copy <= Math.max(1, known.get(delivery))) {
                resting.put(new Copy(messageId, delivery), copy);
            } else if (unnamed > 0) {
                unnamed--;
            } else {
                found.unknown().add(place);
            }
        }
    }
}
