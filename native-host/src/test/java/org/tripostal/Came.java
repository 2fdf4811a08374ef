package org.tripostal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Mailbox;

/** Messages that came, for tests: what is not said is empty. Each method gives a message that differs in one thing. */
public record Came(IncomingMessage message) {

    private static final IncomingMessage EMPTY = new IncomingMessage(
            "", "", "", new Mailbox("", ""), List.of(), List.of(), "", Instant.EPOCH, 0, false, false, false, List.of(), Set.of(), Set.of(), List.of(), "");

    /** From an author without a name. */
    public static Came from(String address) {
        return from("", address);
    }

    /** From an author with a name. */
    public static Came from(String name, String address) {
        return new Came(with(EMPTY, new Mailbox(name, address), 0, Set.of(), Set.of(), List.of()));
    }

    /** On an account of the person with these addresses. */
    public Came on(String... own) {
        return new Came(with(message, message.author(), message.size(), Set.of(own), message.ownNames(), message.replyTo()));
    }

    /** On an account of the person with these names. */
    public Came named(String... names) {
        return new Came(with(message, message.author(), message.size(), message.own(), Set.of(names), message.replyTo()));
    }

    /** With answers asked for elsewhere. */
    public Came answersTo(String... addresses) {
        List<Mailbox> replyTo = List.of(addresses).stream().map(address -> new Mailbox("", address)).toList();
        return new Came(with(message, message.author(), message.size(), message.own(), message.ownNames(), replyTo));
    }

    /** The same message, whatever its size. */
    public static IncomingMessage withoutSize(IncomingMessage m) {
        return with(m, m.author(), 0, m.own(), m.ownNames(), m.replyTo());
    }

    /** The same message, held for junk by Thunderbird. */
    public static IncomingMessage asJunk(IncomingMessage m) {
        return new IncomingMessage(
                m.account(), m.folder(), m.messageId(), m.author(), m.to(), m.cc(), m.subject(), m.date(), m.size(), true, m.read(), m.flagged(), m.tags(),
                m.own(), m.ownNames(), m.replyTo(), m.list());
    }

    private static IncomingMessage with(IncomingMessage m, Mailbox author, long size, Set<String> own, Set<String> names, List<Mailbox> replyTo) {
        return new IncomingMessage(
                m.account(), m.folder(), m.messageId(), author, m.to(), m.cc(), m.subject(), m.date(), size, m.junk(), m.read(), m.flagged(), m.tags(), own,
                names, replyTo, m.list());
    }
}
