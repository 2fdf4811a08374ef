package org.tripostal.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The message that an outgoing one answers; part of {@link Reply}.
 *
 * @param author whom it is from
 * @param to the mailboxes of its To
 * @param cc the mailboxes of its Cc
 * @param replyTo the mailboxes of its Reply-To and Mail-Followup-To; empty where there are none
 * @param listPost the addresses of its List-Post (RFC 2369), in lower case
 * @param own all addresses of the person who answers
 * @param date when it was sent; the epoch where unknown
 */
public record Original(
        Mailbox author, List<Mailbox> to, List<Mailbox> cc, List<Mailbox> replyTo, Set<String> listPost, Set<String> own, Instant date) {

    public Original {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        replyTo = List.copyOf(replyTo);
        listPost = Set.copyOf(listPost);
        own = Set.copyOf(own);
    }

    /** Everybody whom it was between, each once, the person who answers left out. */
    public List<Mailbox> others() {
        Map<String, Mailbox> people = new LinkedHashMap<>();
        List<Mailbox> all = new ArrayList<>(List.of(author));
        all.addAll(to);
        all.addAll(cc);
        all.forEach(person -> people.putIfAbsent(person.address(), person));
        people.keySet().removeAll(own);
        people.remove("");
        return List.copyOf(people.values());
    }

    /** Whether it asks for answers elsewhere than to its author: Reply-To is set, and not to the author. */
    public boolean asksForAnswersElsewhere() {
        return !replyTo.isEmpty() && replyTo.stream().noneMatch(address -> address.address().equals(author.address()));
    }

    /** Whether it came from a mailing list that takes answers. */
    public boolean fromList() {
        return !listPost.isEmpty();
    }
}
