package org.tripostal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tripostal.mail.Mailbox;
import org.tripostal.mail.OutgoingMessage;

/** Messages from me@example.org that are about to leave, for tests. */
public final class Leaves {

    /** When they are sent. */
    public static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    private static final String ME = "me@example.org";

    private Leaves() {}

    /** With a subject, to nobody. */
    public static OutgoingMessage about(String subject) {
        return new OutgoingMessage(new Mailbox("", ME), Set.of(ME), List.of(), List.of(), List.of(), subject, List.of(), false, NOW);
    }

    /** To these addresses. */
    public static OutgoingMessage to(String... addresses) {
        List<Mailbox> people = Arrays.stream(addresses).map(address -> new Mailbox("", address)).toList();
        return new OutgoingMessage(new Mailbox("", ME), Set.of(ME), people, List.of(), List.of(), "Hello", List.of(), true, NOW);
    }
}
