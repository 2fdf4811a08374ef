package org.tripostal.spam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.tripostal.language.HtmlScan;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Body;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Mailbox;
import org.tripostal.mail.Sign;
import org.tripostal.mail.Site;

/**
 * What the learner sees of a message: a set of hashed features. Words of subject, names and text, and pairs of words that stand close to each
 * other (orthogonal sparse bigrams, Siefkes, Assis, Chhabra and Yerazunis, "Combining Winnow and Orthogonal Sparse Bigrams for Incremental Spam
 * Filtering", 2004); where links lead; of what the HTML is made; a few fields of the header.
 *
 * <p>Left out, so that what is learned of one mailbox and one year is true of others: dates and years, the recipient's own address, the path
 * through the servers, and whether a field is there that only newer mail has.
 */
final class Features {

    /** Features of a message beyond this number are left out: a message of 50 MB weighs no more than a long one. */
    static final int MOST = 6_000;

    /** Characters of text and of HTML that are looked at. */
    static final int LONGEST = 200_000;

    /** Characters of a field that are looked at. */
    private static final int LONGEST_FIELD = 1_000;

    /** Instead of an address: the message claims to come from its receiver. */
    static final String SELF = "self";

    /** Of a subject: it is all in capitals. */
    static final String CAPITALS = "capitals";

    /** Marks a pair of words. */
    private static final int PAIR = 0x80000000;

    /** Marks the site of the server that put the message into its mailbox: it says whose mailbox it is, and nothing of spam. */
    private static final int PLACE = 0x40000000;

    /** Marks a sign ({@link Sign}), of which a message has few: each counts for more than a word. */
    private static final int SIGN = 0x20000000;

    private static final int SINGLE = 0x1FFFFFFF;

    /** Whether a feature is the site of the server that put the message into its mailbox. */
    static boolean isPlace(int feature) {
        return feature > 0 && (feature & PLACE) != 0;
    }

    /** Whether a feature is a sign. */
    static boolean isSign(int feature) {
        return feature > 0 && (feature & SIGN) != 0;
    }

    /** Is told features as words, for an explanation. */
    interface Names {
        /**
         * @param kind where it was found: empty for the text
         * @param value a word, a pair of words, or a trait
         */
        void name(int hash, String kind, String value);
    }

    /** What each feature was, in the order in which they were met, where that is to be told afterwards; null otherwise. */
    private String[][] said;
    private int[] hashes = new int[1024];
    private int count;
    private Set<String> ownWords = Set.of();
    private int hops;
    private boolean placed;

    private Features(boolean remember) {
        said = remember ? new String[hashes.length][] : null;
    }

    /** The features of a message, each once, ascending. */
    static int[] of(List<?> facts) {
        Features features = new Features(false);
        features.read(facts);
        return features.distinct();
    }

    /** The same, and what each of them was. */
    static Told told(List<?> facts) {
        Features features = new Features(true);
        features.read(facts);
        int[] inOrder = Arrays.copyOf(features.hashes, features.count);
        return new Told(features.distinct(), inOrder, features.said);
    }

    /** The features of a message with what each of them was: told afterwards, because only a few of them are asked for. */
    static final class Told {
        private final int[] features;
        private final int[] inOrder;
        private final String[][] said;

        private Told(int[] features, int[] inOrder, String[][] said) {
            this.features = features;
            this.inOrder = inOrder;
            this.said = said;
        }

        /** Each once, ascending. */
        int[] features() {
            return features;
        }

        /** Tells those that are wanted, in the order in which they stand in the message, as often as they do. */
        void tell(IntPredicate wanted, Names names) {
            for (int i = 0; i < inOrder.length; i++) {
                if (wanted.test(inOrder[i])) {
                    String[] words = said[i];
                    names.name(inOrder[i], words[0], words.length == 2 ? words[1] : words[1] + " " + words[2]);
                }
            }
        }
    }

    private void read(List<?> facts) {
        for (Object fact : facts) {
            if (fact instanceof IncomingMessage message) {
                ownWords = ownWords(message);
                envelope(message);
            }
        }
        for (Object fact : facts) {
            if (fact instanceof Header header) {
                field(header);
            } else if (fact instanceof Sign sign) {
                add("sign", sign.kind(), SIGN);
            } else if (fact instanceof Attachment attachment) {
                add("file", attachment.contentType());
                add("ext", attachment.extension());
            }
        }
        for (Object fact : facts) {
            if (fact instanceof Body body) {
                text(body);
            }
        }
    }

    private static Set<String> ownWords(IncomingMessage message) {
        Set<String> words = new HashSet<>();
        for (List<Mailbox> boxes : List.of(message.to(), message.cc())) {
            for (Mailbox box : boxes) {
                own(words, box.address());
            }
        }
        message.own().forEach(address -> own(words, address));
        return words;
    }

    private static void own(Set<String> words, String address) {
        for (String part : address.toLowerCase(Locale.ROOT).split("[@._+-]+")) {
            if (part.length() > 3) {
                words.add(part);
            }
        }
    }

    private void envelope(IncomingMessage message) {
        new WordFeatures("s").read(message.subject(), 0, Math.min(message.subject().length(), 1000));
        new WordFeatures("n").read(message.fromName(), 0, Math.min(message.fromName().length(), 200));
        if (!message.own().contains(message.from()) && message.to().stream().noneMatch(to -> to.address().equals(message.from()))) {
            add("a", message.from());
            add("d", Site.ofHost(message.fromDomain()));
        } else {
            add("a", SELF);
        }
        String domain = message.fromDomain();
        add("tld", domain.substring(domain.lastIndexOf('.') + 1));
        int at = message.from().indexOf('@');
        if (at > 0) {
            add("l", shape(message.from().substring(0, at)));
        }
        int receivers = message.to().size() + message.cc().size();
        add("to", receivers == 0 ? "0" : receivers == 1 ? "1" : receivers < 5 ? "few" : "many");
        if (!message.answersElsewhere().isEmpty()) {
            add("rt", "elsewhere");
        }
        String subject = message.subject();
        if (!subject.isEmpty() && subject.equals(subject.toUpperCase(Locale.ROOT)) && !subject.equals(subject.toLowerCase(Locale.ROOT))) {
            add("s", CAPITALS);
        }
        int domainAt = message.messageId().lastIndexOf('@');
        String idHost = domainAt < 0 ? "" : message.messageId().substring(domainAt + 1).toLowerCase(Locale.ROOT);
        add("id", domainAt < 0 ? "none" : Site.ofHost(idHost).equals(Site.ofHost(domain)) ? "same" : idHost.indexOf('.') < 0 ? "bare" : "other");
        add("idshape", domainAt < 0 ? "none" : shape(message.messageId().substring(0, domainAt)));
    }

    private static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        for (int i = 0; i < text.length() && shape.length() < 24; i++) {
            char c = text.charAt(i);
            char kind = c >= '0' && c <= '9' ? '9' : Character.isLetter(c) ? Character.isUpperCase(c) ? 'A' : 'a' : c;
            if (kind != last) {
                shape.append(kind);
                last = kind;
            }
        }
        return shape.toString();
    }

    private void field(Header header) {
        switch (header.name()) {
            case "x-mailer", "user-agent", "content-type", "content-transfer-encoding", "x-priority", "importance", "precedence", "organization", "list-id" -> value(header);
            case "received" -> received(header.value());
            case "in-reply-to", "references" -> add("h", "answers");
            default -> {
                // tells of the year, the way or the receiver sooner than of spam
            }
        }
    }

    private void received(String value) {
        hops++;
        ReceivedBy way = ReceivedBy.of(value.length() > LONGEST_FIELD ? value.substring(0, LONGEST_FIELD) : value);
        if (!placed && !way.server().isEmpty()) {
            placed = true;
            add("place", Site.ofHost(way.server()), PLACE);
        }
        if (way.helo().isEmpty()) {
            add("rcv", "nofrom");
            return;
        }
        String traits = way.traits();
        add("rcv", hops + " " + traits);
        add("rcv", traits);
        String from = way.from();
        if (hops == 1) {
            add("rcv", "tld " + from.substring(from.lastIndexOf('.') + 1));
        }
        if (hops <= 3) {
            add("rcv", "net " + Site.ofHost(from));
        }
    }

    private void value(Header header) {
        String value = header.value();
        int boundary = value.toLowerCase(Locale.ROOT).indexOf("boundary");
        new WordFeatures(header.name()).read(value, 0, Math.min(boundary < 0 ? value.length() : boundary, 120));
    }

    private void text(Body body) {

        if (body.getHtml().isEmpty()) {
            new WordFeatures("").read(body.getText(), 0, Math.min(body.getText().length(), LONGEST));
        } else {
            HtmlScan.scan(body.getHtml(), LONGEST, new HtmlScan.Seen() {
                private final WordFeatures words = new WordFeatures("");
                private final WordFeatures hidden = new WordFeatures("hid");

                @Override
                public void tag(String name) {
                    // what the HTML is made of tells the year of the mail program sooner than spam
                }

                @Override
                public void attribute(String tag, String name, String value) {
                    if (name.equals("href") || name.equals("src") || name.equals("action")) {
                        link(tag, value);
                    }
                }

                @Override
                public void text(String text) {
                    words.read(text, 0, text.length());
                }

                @Override
                public void hidden(String text) {
                    hidden.read(text, 0, text.length());
                }
            });
        }
    }

    private void link(String tag, String value) {
        int start = value.indexOf("://");
        if (start < 0 || start > 8) {
            int colon = value.indexOf(':');
            add("u." + tag, colon > 0 && colon < 12 ? value.substring(0, colon).toLowerCase(Locale.ROOT) : "relative");
            return;
        }
        host("u." + tag, value.substring(start + 3, Math.min(value.length(), start + 300)));
    }

    private void host(String kind, String rest) {
        int end = 0;
        while (end < rest.length() && "/?#: \"'<>".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(rest.lastIndexOf('@', end - 1) + 1, end).toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            return;
        }
        boolean number = Character.isDigit(host.charAt(host.length() - 1));
        String site = number ? "ip" : Site.ofHost(host);
        add(kind, site);
        add("utld", number ? "ip" : site.substring(site.lastIndexOf('.') + 1));
        String path = rest.substring(end);
        add("upath", shape(path.length() > 12 ? path.substring(0, 12) : path));
    }

    private void add(String kind, String value) {
        add(kind, value, 0);
    }

    private void add(String kind, String value, int mark) {
        if (value.isEmpty() || count >= MOST) {
            return;
        }
        int hash = 0x811C9DC5;
        for (int i = 0; i < kind.length(); i++) {
            hash = (hash ^ kind.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ ':') * 0x01000193;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x01000193;
        }
        if (add(mixed(hash) & SINGLE | mark)) {
            said[count - 1] = new String[] {kind, value};
        }
    }

    /** @return whether it was added and what it was is to be remembered */
    private boolean add(int hash) {
        if (count >= MOST) {
            return false;
        }
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            said = said == null ? null : Arrays.copyOf(said, count * 2);
        }
        hashes[count++] = hash;
        return said != null;
    }

    /** The last step of MurmurHash3: every bit of the result depends on all. */
    private static int mixed(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    private int[] distinct() {
        Arrays.sort(hashes, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || hashes[i] != hashes[kept - 1]) {
                hashes[kept++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, kept);
    }

    private static final Set<String> CALENDAR = Set.of(
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "january",
            "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun",
            "jul", "aug", "sep", "sept", "oct", "nov", "dec", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "janvier",
            "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre");

    /** Words and pairs of words of one kind of text. */
    private final class WordFeatures {

        private final String kind;
        private int before;
        private String saidBefore = "";
        private final StringBuilder word = new StringBuilder();

        WordFeatures(String kind) {
            this.kind = kind;
        }

        void read(String text, int from, int to) {
            boolean number = false;
            for (int i = from; i <= to; i++) {
                char c = i < to ? text.charAt(i) : ' ';
                if (c < 0x80 ? ASCII[c] : Character.isLetterOrDigit(c) || Character.isSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                    if (word.length() == 0) {
                        number = true;
                    }
                    if (c >= '0' && c <= '9') {
                        word.append(c);
                    } else {
                        number = false;
                        word.append(c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c));
                    }
                    if (word.length() > 300) {
                        word.setLength(300);
                    }
                } else if (c == ':' && i + 2 < to && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/' && isHttp()) {
                    word.setLength(0);
                    host("u.text", text.substring(i + 3, Math.min(to, i + 303)));
                    i += 3;
                    while (i < to && text.charAt(i) > ' ' && text.charAt(i) != '>' && text.charAt(i) != '"') {
                        i++;
                    }
                } else if (c == '@' && word.length() > 0) {
                    // an address: the domain says enough
                    word.setLength(0);
                    int end = i + 1;
                    while (end < to && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == '-')) {
                        end++;
                    }
                    i = end - 1;
                } else if (c == '$' || c == '€' || c == '£' || c == '!' || c == '%') {
                    end(number);
                    word.append(c);
                    end(false);
                } else {
                    end(number);
                }
            }
        }

        private boolean isHttp() {
            return word.length() == 4 && word.indexOf("http") == 0 || word.length() == 5 && word.indexOf("https") == 0;
        }

        private void end(boolean number) {
            int length = word.length();
            if (length == 0) {
                return;
            }
            String now = number ? "#" + Math.min(length, 8) : length > 24 ? "long" : word.toString();
            word.setLength(0);
            if (!number && (CALENDAR.contains(now) || ownWords.contains(now))) {
                return;
            }
            int hash = kind.hashCode() * 31 + now.hashCode();
            if ((length > 1 || number) && add(mixed(hash) & SINGLE)) {
                said[count - 1] = new String[] {kind, now};
            }
            if (before != 0 && add(mixed((before * 31 + hash) * 31 + 1) | PAIR)) {
                said[count - 1] = new String[] {kind, saidBefore, now};
            }
            before = hash;
            saidBefore = now;
        }
    }

    private static final boolean[] ASCII = new boolean[0x80];

    static {
        for (char c = 0; c < 0x80; c++) {
            ASCII[c] = Character.isLetterOrDigit(c) || c == '\'' || c == '-';
        }
    }
}
