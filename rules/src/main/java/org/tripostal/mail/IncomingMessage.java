package org.tripostal.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A message that came, as its envelope and header tell it. Its fields are {@link Header} facts, its text a {@link Body}, its files
 * {@link Attachment}s.
 *
 * <p>Where a message names several authors in From, the first counts.
 *
 * @example {@code IncomingMessage(fromDomain == "example.org", subject matches "(?i).*\\breport\\b.*", size > 102400)}
 * @param account Thunderbird's account id, for example {@code account1}; empty outside Thunderbird
 * @param folder the folder's path, {@code /INBOX} for the inbox; empty outside Thunderbird
 * @param messageId the Message-ID without angle brackets; empty where there is none
 * @param author the first mailbox of From, for example {@code author.name == "Ann Martin"}; its address is empty where there is no From
 * @param to the mailboxes of To
 * @param cc the mailboxes of Cc
 * @param subject the subject, decoded, for example {@code Réunion du bureau}; empty where there is none
 * @param date what the Date field says; the epoch where it says nothing that can be read
 * @param size the size of the whole message in bytes; 0 where unknown
 * @param junk whether Thunderbird holds it for junk
 * @param read whether it has been read
 * @param flagged whether it has a star
 * @param tags the keys of its tags, as Thunderbird names them, for example {@code $label1}
 * @param own all addresses of the user on this account, in lower case
 * @param ownNames the names under which the user writes
 * @param replyTo the mailboxes of Reply-To; empty where there is none
 * @param list the mailing list it came through, as a folder can be called: the first label of its List-Id (RFC 2919), for example {@code debian-user}; empty where there is none
 */
public record IncomingMessage(
        String account, String folder, String messageId, Mailbox author, List<Mailbox> to, List<Mailbox> cc, String subject, Instant date,
        long size, boolean junk, boolean read, boolean flagged, List<String> tags, Set<String> own, Set<String> ownNames,
        List<Mailbox> replyTo, String list) {

    public IncomingMessage {
        Objects.requireNonNull(author);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        tags = List.copyOf(tags);
        own = Set.copyOf(own);
        ownNames = Set.copyOf(ownNames);
        replyTo = List.copyOf(replyTo);
    }

    /** The author's bare address in lower case, for example {@code ann@example.org}; empty where there is no From. */
    public String from() {
        return author.address();
    }

    /** The author's display name, for example {@code Ann Martin}; empty where there is none. */
    public String fromName() {
        return author.name();
    }

    /** The domain of the author's address in lower case, for example {@code example.org}. */
    public String fromDomain() {
        return author.domain();
    }

    /** Whether the user wrote it. */
    public boolean fromOneself() {
        return own.contains(author.address());
    }

    /** Whether it bears the user's own name, or an own address as a name, but comes from another address. */
    public boolean posesAsOneself() {
        return !fromOneself() && !author.name().isEmpty()
                && (ownNames.stream().anyMatch(name -> name.equalsIgnoreCase(author.name())) || own.contains(author.name().toLowerCase(Locale.ROOT)));
    }

    /** Whether the author's name is an address of another site than the author's own. */
    public boolean nameIsAnotherAddress() {
        int at = author.name().indexOf('@');
        String site = at < 0 ? "" : Site.namedBy(author.name().substring(at + 1));
        return !site.isEmpty() && !site.equals(Site.ofHost(author.domain()));
    }

    /** The first address of Reply-To where answers would go to another site than the author's; empty otherwise. */
    public String answersElsewhere() {
        return replyTo.stream()
                .filter(address -> !Site.ofHost(address.domain()).equals(Site.ofHost(author.domain())))
                .map(Mailbox::address)
                .findFirst()
                .orElse("");
    }
}
