package org.tripostal.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tripostal.language.Capitals;
import org.tripostal.language.SubjectLine;

/**
 * A message that is about to leave. Its text is a {@link Body}.
 *
 * @example {@code OutgoingMessage($count : visibleRecipientCount, visibleRecipientCount > 20)}
 * @param author whom it is from
 * @param own all addresses of the writer, in lower case, the author's among them
 * @param to the mailboxes of To
 * @param cc the mailboxes of Cc
 * @param bcc the mailboxes of Bcc (French: CCI)
 * @param subject the subject, decoded; empty where there is none
 * @param attachments the files it carries
 * @param reply whether it answers a message
 * @param date when it is sent; the epoch where unknown
 */
public record OutgoingMessage(
        Mailbox author, Set<String> own, List<Mailbox> to, List<Mailbox> cc, List<Mailbox> bcc, String subject, List<Attachment> attachments,
        boolean reply, Instant date) {

    private static final Pattern ROBOT = Pattern.compile(
            "(?:no-?reply|do-?not-?reply|ne-?pas-?repondre|mailer-daemon|postmaster|bounces?|majordomo|sympa|listserv|mailman|robot|bot|automate)"
                    + "(?:[+.-][^@]*)?@.*|.*-(?:request|subscribe|unsubscribe|help|owner|bounces?)@.*|control@bugs\\..*");

    public OutgoingMessage {
        Objects.requireNonNull(author);
        own = Set.copyOf(own);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }

    /** The author's bare address in lower case. */
    public String from() {
        return author.address();
    }

    /** The people whom every recipient can see: those of To and Cc, each once, the writer and mailing lists left out. */
    public List<Mailbox> visibleRecipients() {
        Map<String, Mailbox> people = new LinkedHashMap<>();
        to.forEach(person -> people.putIfAbsent(person.address(), person));
        cc.forEach(person -> people.putIfAbsent(person.address(), person));
        people.keySet().removeAll(own);
        people.values().removeIf(Mailbox::mailingList);
        return new ArrayList<>(people.values());
    }

    /** How many of them are not of the writer's own organisation. */
    public int visibleOutsiderCount() {
        String organisation = author.organisation();
        return (int) visibleRecipients().stream().filter(person -> organisation.isEmpty() || !person.organisation().equals(organisation)).count();
    }

    /** Whether it goes to people in Cc, and to nobody in To. */
    public boolean nobodyInTo() {
        return to.isEmpty() && !cc.isEmpty();
    }

    /** The addresses that are named more than once among To, Cc and Bcc. */
    public List<String> repeatedRecipients() {
        Set<String> seen = new HashSet<>();
        return Stream.of(to, cc, bcc).flatMap(List::stream).map(Mailbox::address).filter(address -> !seen.add(address)).distinct().toList();
    }

    /** How many people every recipient can see. */
    public int visibleRecipientCount() {
        return visibleRecipients().size();
    }

    /** All recipients, those of Bcc too, each once. */
    public List<Mailbox> recipients() {
        Map<String, Mailbox> people = new LinkedHashMap<>();
        Stream.of(to, cc, bcc).flatMap(List::stream).forEach(person -> people.putIfAbsent(person.address(), person));
        return List.copyOf(people.values());
    }

    /** Whether nobody but the writer gets it: a note to oneself. */
    public boolean toOneself() {
        return !recipients().isEmpty() && recipients().stream().allMatch(person -> own.contains(person.address()));
    }

    /** Whether only programs read it: addresses such as {@code noreply@…} and {@code list-request@…}. */
    public boolean toRobot() {
        return !recipients().isEmpty() && recipients().stream().allMatch(person -> ROBOT.matcher(person.address()).matches());
    }

    /** How many attachments a reader sees as files. */
    public int fileCount() {
        return (int) attachments.stream().filter(file -> !file.inline()).count();
    }

    /** The sum of the attachments, pictures inside the text too, encoded for transport, in bytes. */
    public long encodedBytes() {
        return attachments.stream().mapToLong(Attachment::encodedSize).sum();
    }

    /** Whether a reader would see no subject: there is none, or nothing but spaces of any kind. */
    public boolean subjectBlank() {
        return subject.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** The capitals of the subject, reply marks and list tags left out. */
    public Capitals subjectCapitals() {
        return Capitals.of(SubjectLine.withoutMarks(subject));
    }
}
