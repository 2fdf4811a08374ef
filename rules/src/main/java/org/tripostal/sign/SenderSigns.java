package org.tripostal.sign;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Mailbox;
import org.tripostal.mail.Site;

/** Signs in who sent a message, its subject and the fields of its header. */
final class SenderSigns {

    private static final Set<String> FREE_MAIL = new HashSet<>(Table.lines("free-mail.txt"));
    private static final int LONG_NAME = 20;
    private static final String WIDE_GAP = " ".repeat(6);

    private SenderSigns() {}

    static void find(IncomingMessage message, List<Header> headers, Signs signs) {
        sender(message, signs);
        answers(message, signs);
        subject(message, headers, signs);
        header(message, headers, signs);
        WaySigns.find(message, headers, signs);
        if (message.list().isEmpty() && !signs.has("unsubscribe-field")) {
            PathSigns.find(message, headers, signs);
        }
    }

    private static void sender(IncomingMessage message, Signs signs) {
        String site = Site.ofHost(message.fromDomain());
        Folded name = Folded.of(message.fromName());
        if (message.list().isEmpty()) {
            Organisations.BUILT_IN.posing(name.text(), message.fromDomain()).ifPresent(organisation -> signs.add("known-organisation", organisation, message.from()));
            Organisations.BUILT_IN.lookAlike(message.fromDomain()).ifPresent(organisation -> signs.add("look-alike-sender", organisation, message.from()));
        }
        if (name.disguised() > 0) {
            signs.add("disguised-letters-in-name", message.fromName());
        }
        if (message.fromDomain().contains("xn--")) {
            signs.add("punycode-sender", message.fromDomain());
        }
        String address = message.from();
        int at = address.indexOf('@');
        if (at > 0 && address.indexOf('.', at) < 0 || at < 0 && !address.isEmpty() || address.indexOf('@', at + 1) > 0) {
            signs.add("odd-sender-address", address);
        }
        if (address.isEmpty()) {
            signs.add("no-sender");
        }
        if (at > 0) {
            String label = site.isEmpty() ? "" : site.substring(0, Math.max(0, site.indexOf('.')));
            if (isRandom(label)) {
                signs.add("random-domain", site);
            }
            if (CheapDomains.has(site)) {
                signs.add("cheap-domain-sender", site);
            }
            if (isRandom(address.substring(0, at))) {
                signs.add("random-sender", address);
            }
            boolean oneself = message.to().stream().anyMatch(to -> to.address().equals(address)) && !message.fromOneself();
            if (oneself && message.to().size() == 1) {
                signs.add("from-its-receiver", address);
            }
        }
        String trimmed = message.fromName().strip();
        if (trimmed.length() > 1 && (trimmed.endsWith(",") || trimmed.endsWith("_") || trimmed.contains("  ") && trimmed.length() > LONG_NAME)) {
            signs.add("odd-name", trimmed);
        }
        if (message.fromName().codePoints().anyMatch(c -> c >= 0x1F300 || c >= 0x2600 && c <= 0x27BF)) {
            signs.add("pictures-in-name", message.fromName());
        }
        if (message.fromName().indexOf('!') >= 0 || message.fromName().indexOf('?') >= 0) {
            signs.add("exclamation-in-name", message.fromName());
        }
        if (!trimmed.isEmpty() && trimmed.length() > 3 && trimmed.equals(trimmed.toUpperCase(Locale.ROOT)) && trimmed.chars().anyMatch(Character::isLetter)) {
            signs.add("capitals-in-name", trimmed);
        }
        if (FREE_MAIL.contains(message.fromDomain()) && (name.text().contains("bank") || name.text().contains("service") || name.text().contains("support")
                || name.text().contains("team") || name.text().contains("account") || name.text().contains("office") || name.text().contains("admin"))) {
            signs.add("office-at-free-mail", message.fromName(), message.from());
        }
    }

    private static void answers(IncomingMessage message, Signs signs) {
        if (message.list().isEmpty() && !message.answersElsewhere().isEmpty()) {
            for (Mailbox reply : message.replyTo()) {
                if (FREE_MAIL.contains(reply.domain()) && !reply.domain().equals(message.fromDomain())) {
                    signs.add("answers-to-free-mail", reply.address(), message.from());
                }
            }
        }
        for (Mailbox reply : message.replyTo()) {
            if (FREE_MAIL.contains(reply.domain()) && reply.domain().equals(message.fromDomain()) && !reply.address().equals(message.from())) {
                signs.add("answers-to-another-free-address", reply.address(), message.from());
            }
        }
    }

    private static void subject(IncomingMessage message, List<Header> headers, Signs signs) {
        String subject = message.subject();
        Folded folded = Folded.of(subject);
        if (folded.disguised() > 0) {
            signs.add("disguised-letters-in-subject", subject);
        }
        if (message.list().isEmpty()) {
            Organisations.BUILT_IN.posing(folded.text(), message.fromDomain()).ifPresent(organisation -> signs.add("organisation-in-subject", organisation, message.from()));
        }
        boolean answers = headers.stream().anyMatch(header -> header.name().equals("in-reply-to") || header.name().equals("references"));
        String bare = subject.strip().toLowerCase(Locale.ROOT);
        if (answers && (bare.startsWith("re:") || bare.startsWith("re :") || bare.startsWith("aw:") || bare.startsWith("sv:"))) {
            signs.add("answer");
        } else if (!answers && bare.startsWith("re:")) {
            signs.add("no-answer", subject);
        }
        if (subject.length() > 8 && subject.chars().anyMatch(Character::isLetter) && subject.equals(subject.toUpperCase(Locale.ROOT))) {
            signs.add("capitals-in-subject", subject);
        }
        if (subject.contains("!!") || subject.chars().filter(c -> c == '!').count() > 2) {
            signs.add("exclamation-in-subject", subject);
        }
        int space = bare.lastIndexOf(' ');
        String last = space < 0 ? "" : subject.strip().substring(space + 1).replaceAll("^[#(\\[:.-]+|[)\\]:.]+$", "");
        if (last.length() >= 7 && isRandom(last) || last.length() >= 10 && last.chars().allMatch(Character::isDigit)) {
            signs.add("random-subject", last);
        }
        if (subject.strip().contains(WIDE_GAP)) {
            signs.add("gap-in-subject", subject.strip().replaceAll(" {2,}", " … "));
        }
        if (subject.isBlank()) {
            signs.add("empty-subject");
        }
        int mark = subject.indexOf('@');
        if (message.list().isEmpty() && !answers && mark > 0 && Character.isLetterOrDigit(subject.charAt(mark - 1)) && subject.indexOf('.', mark) > 0) {
            signs.add("address-in-subject", subject);
        }
    }

    private static void header(IncomingMessage message, List<Header> headers, Signs signs) {
        boolean date = false;
        int received = 0;
        boolean unsubscribe = false;
        for (Header header : headers) {
            switch (header.name()) {
                case "date" -> date = !header.value().isEmpty();
                case "received" -> received++;
                case "list-unsubscribe" -> unsubscribe = true;
                case "precedence" -> {
                    if (header.value().equalsIgnoreCase("list")) {
                        signs.add("list");
                    }
                }
                case "x-priority", "x-msmail-priority" -> {
                    if (header.value().startsWith("1") || header.value().equalsIgnoreCase("high")) {
                        signs.add("high-priority");
                    }
                }
                default -> {
                    // says nothing for or against
                }
            }
        }
        if (!message.list().isEmpty()) {
            signs.add("list");
        }
        if (unsubscribe && message.list().isEmpty()) {
            signs.add("unsubscribe-field");
        }
        if (!date) {
            signs.add("no-date");
        }
        String id = message.messageId();
        int at = id.lastIndexOf('@');
        if (id.isEmpty()) {
            signs.add("no-message-id");
        } else if (at <= 0 || at == id.length() - 1 || id.indexOf(' ') >= 0) {
            signs.add("odd-message-id", id);
        } else if (Site.ofHost(id.substring(at + 1)).equals(Site.ofHost(message.fromDomain()))) {
            signs.add("own-message-id");
        }
        if (message.to().isEmpty() && message.cc().isEmpty() && received > 0) {
            signs.add("to-nobody");
        }
        if (message.to().size() + message.cc().size() == 1 && message.to().size() == 1 && !message.to().get(0).name().isEmpty()
                && !message.to().get(0).name().contains("@")) {
            signs.add("to-a-name");
        }
    }

    /** Whether somebody made it up by throwing dice: digits among letters again and again, or consonants only. */
    static boolean isRandom(String label) {
        if (label.length() < 6) {
            return false;
        }
        int changes = 0;
        int consonants = 0;
        int longest = 0;
        boolean digit = false;
        for (int i = 0; i < label.length(); i++) {
            char c = Character.toLowerCase(label.charAt(i));
            boolean now = c >= '0' && c <= '9';
            changes += i > 0 && now != digit && Character.isLetterOrDigit(c) ? 1 : 0;
            digit = now;
            consonants = "bcdfghjklmnpqrstvwxz".indexOf(c) >= 0 ? consonants + 1 : 0;
            longest = Math.max(longest, consonants);
        }
        return changes >= 3 || longest >= 6;
    }
}
