package org.tripostal.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An outgoing message together with the one that it answers, where that one is at hand.
 *
 * @example {@code Reply(quick == true, leftOut.empty == false)}
 * @param original what is answered
 * @param message the answer
 * @param answeredAlone the addresses of those to whom alone the writer has answered before in the same thread
 */
public record Reply(Original original, OutgoingMessage message, Set<String> answeredAlone) {

    public Reply {
        answeredAlone = Set.copyOf(answeredAlone);
    }

    /** An answer in a thread of which no earlier answers are known. */
    public Reply(Original original, OutgoingMessage message) {
        this(original, message, Set.of());
    }

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

    /** Those whom the original was between and whom this answer does not reach, at another of their addresses neither. */
    public List<Mailbox> leftOut() {
        Set<String> reached = reached();
        Set<String> names = message.recipients().stream().map(Mailbox::name).filter(Reply::isFullName).map(Reply::folded).collect(Collectors.toSet());
        return original.others().stream()
                .filter(person -> !reached.contains(person.address()) && !(isFullName(person.name()) && names.contains(folded(person.name()))))
                .toList();
    }

    /** Whether it goes on with what was between two already: it reaches one person alone, whom the writer answered alone before. */
    public boolean continuesPrivately() {
        Set<String> reached = reached();
        reached.removeAll(message.own());
        return reached.size() == 1 && answeredAlone.containsAll(reached);
    }

    /** Whether the original was a conversation of more than two, or reaches whom it answers: otherwise the answer is a message to somebody else. */
    public boolean amongSeveral() {
        return reachesAuthor() || original.others().size() > 1;
    }

    private static boolean isFullName(String name) {
        return name.strip().contains(" ");
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** {@link #leftOut()} as a sentence names them: the first three, and an ellipsis where there are more. */
    public String leftOutNames() {
        List<Mailbox> people = leftOut();
        return people.stream().limit(MOST_NAMES).map(Mailbox::shown).collect(Collectors.joining(", ")) + (people.size() > MOST_NAMES ? ", …" : "");
    }

    private Set<String> reached() {
        return message.recipients().stream().map(Mailbox::address).collect(Collectors.toCollection(HashSet::new));
    }
}
