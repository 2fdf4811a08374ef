package org.tripostal.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An outgoing message together with the one that it answers, where that one is at hand.
 *
 * @param original what is answered
 * @param message the answer
 */
public record Reply(Original original, OutgoingMessage message) {

    private static final Duration SOON = Duration.ofHours(12);
    private static final int MOST_NAMES = 3;

    /** Whether it is sent within twelve hours of the original; before it too, since clocks differ. */
    public boolean quick() {
        return !original.date().equals(Instant.EPOCH) && Duration.between(original.date(), message.date()).abs().compareTo(SOON) <= 0;
    }

    /** Whether the original's author gets it. */
    public boolean reachesAuthor() {
        return reached().contains(original.author().address());
    }

    /** Those whom the original was between and whom this answer does not reach. */
    public List<Mailbox> leftOut() {
        Set<String> reached = reached();
        return original.others().stream().filter(person -> !reached.contains(person.address())).toList();
    }

    /** {@link #leftOut()} as a sentence names them: the first three, and an ellipsis where there are more. */
    public String leftOutNames() {
        List<Mailbox> people = leftOut();
        return people.stream().limit(MOST_NAMES).map(Mailbox::shown).collect(Collectors.joining(", ")) + (people.size() > MOST_NAMES ? ", …" : "");
    }

    private Set<String> reached() {
        return message.recipients().stream().map(Mailbox::address).collect(Collectors.toSet());
    }
}
