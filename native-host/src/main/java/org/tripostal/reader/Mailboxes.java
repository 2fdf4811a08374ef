package org.tripostal.reader;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.mail.Mailbox;

/** Reads address lists (RFC 5322, section 3.4), and makes the best of those that are malformed. */
final class Mailboxes {

    static {
        LenientAngus.apply();
    }

    // Tried where a word starts only, and without going back: the time grows with the length, not with its square.
    private static final Pattern ADDRESS = Pattern.compile("(?<![^\\s<>,;:\"()@])[^\\s<>,;:\"()@]++@[^\\s<>,;:\"()]++");
    private static final Pattern NOT_THE_NAME = Pattern.compile("(?s)^.*[>,;]|(?<![\\s<])[\\s<]++$");

    private static final Pattern WHOLE_ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");
    private static final Pattern MARKS_AROUND = Pattern.compile("^[\"'\\s]++|(?<![\"'\\s])[\"'\\s]++$");

    private Mailboxes() {}

    /** The mailboxes of a field, in order; groups are dissolved. Encoded words in names are decoded. */
    static List<Mailbox> parse(String field) {
        if (field.isBlank()) {
            return List.of();
        }
        List<Mailbox> ordinary = OrdinaryMailboxes.parse(field);
        return ordinary.isEmpty() ? parseAnything(field) : ordinary;
    }

    /** The same for every form there is, old and odd ones too. */
    static List<Mailbox> parseAnything(String written) {
        String field = withoutAddressesOfGroups(written);
        try {
            List<Mailbox> mailboxes = new ArrayList<>();
            for (InternetAddress address : InternetAddress.parseHeader(field, false)) {
                if (address.isGroup()) {
                    for (InternetAddress member : address.getGroup(false)) {
                        mailboxes.add(mailbox(member));
                    }
                } else {
                    mailboxes.add(mailbox(address));
                }
            }
            if (mailboxes.stream().allMatch(mailbox -> WHOLE_ADDRESS.matcher(mailbox.address()).matches())) {
                return mailboxes;
            }
        } catch (AddressException e) {
            return guessed(field);
        }
        return guessed(field);
    }

    /**
     * What stands before a colon is the name of a group, also where it looks like an address: {@code <trusted@a>:<other@b>} comes from the other, and so Thunderbird
     * shows it.
     */
    private static String withoutAddressesOfGroups(String field) {
        if (field.indexOf(':') < 0) {
            return field;
        }
        StringBuilder kept = new StringBuilder(field.length());
        int begin = 0;
        boolean address = false;
        boolean quoted = false;
        int angles = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            quoted ^= c == '"' && (i == 0 || field.charAt(i - 1) != '\\');
            angles = quoted ? angles : c == '<' ? angles + 1 : c == '>' ? Math.max(0, angles - 1) : angles;
            address |= c == '@';
            boolean between = !quoted && angles == 0;
            boolean ends = between && (c == ',' || c == ';');
            if (ends) {
                kept.append(field, begin, i + 1);
            }
            if (ends || between && c == ':' && address) {
                begin = i + 1;
                address = false;
            }
        }
        return kept.append(field, begin, field.length()).toString();
    }

    private static Mailbox mailbox(InternetAddress address) {
        String name = address.getPersonal();
        return new Mailbox(name == null ? "" : unquoted(name), address.getAddress() == null ? "" : address.getAddress());
    }

    /** Every {@code x@y} that can be found, with what stands before it for a name. */
    private static List<Mailbox> guessed(String field) {
        List<Mailbox> mailboxes = new ArrayList<>();
        String text = HeaderFields.decoded(field);
        Matcher address = ADDRESS.matcher(text);
        int last = 0;
        while (address.find()) {
            String before = text.substring(last, address.start());
            mailboxes.add(new Mailbox(unquoted(NOT_THE_NAME.matcher(before).replaceAll("")), address.group()));
            last = address.end();
        }
        return mailboxes;
    }

    private static String unquoted(String name) {
        return MARKS_AROUND.matcher(HeaderFields.decoded(name)).replaceAll("");
    }
}
