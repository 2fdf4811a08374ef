package org.tripostal.spam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tripostal.language.HtmlScan;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Body;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Mailbox;
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

    private static final int WINDOW = 4;

    /** Is told each feature as words, for an explanation. */
    interface Names {
        void name(int hash, String words);
    }

    private final Names names;
    private int[] hashes = new int[1024];
    private int count;
    private Set<String> ownWords = Set.of();

    private Features(Names names) {
        this.names = names;
    }

    /** The features of a message, each once, ascending. */
    static int[] of(List<?> facts) {
        return of(facts, null);
    }

    /** The same; tells the words of each. */
    static int[] of(List<?> facts, Names names) {
        Features features = new Features(names);
        features.read(facts);
        return features.distinct();
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
            add("a", "self");
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
            add("s", "capitals");
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

    private int hops;

    private void received(String v) {
        hops++;
        int f = v.indexOf("from ");
        if (f != 0) { add("rcv", "nofrom"); return; }
        int open = v.indexOf('(');
        int by = v.indexOf(" by ");
        String helo = v.substring(5, Math.max(5, Math.min(v.length(), v.indexOf(' ', 5) < 0 ? v.length() : v.indexOf(' ', 5)))).toLowerCase(Locale.ROOT);
        String par = open > 0 && (by < 0 || open < by) ? v.substring(open + 1, Math.min(v.length(), open + 80)).toLowerCase(Locale.ROOT) : "";
        String rdns = par.isEmpty() ? "" : par.split("[ \\[\\])]")[0];
        boolean heloIp = helo.matches("\\[?[0-9.]+\\]?");
        String kind = heloIp ? "ip" : helo.indexOf('.') < 0 ? "bare" : helo.matches(".*[0-9]+[-.x][0-9]+[-.x][0-9]+.*") ? "dyn" : "fqdn";
        String r = rdns.isEmpty() ? "none" : rdns.equals("unknown") ? "unknown" : rdns.equals(helo) ? "same" : rdns.indexOf('.') < 0 ? "odd" : rdns.matches(".*[0-9]+[-.x][0-9]+[-.x][0-9]+.*") ? "dyn" : Site.ofHost(rdns).equals(Site.ofHost(helo)) ? "samesite" : "other";
        add("rcv", hops + " " + kind + " " + r);
        add("rcv", kind + " " + r);
        if (hops == 1) add("rcv", "tld " + (rdns.isEmpty() ? helo : rdns).replaceAll(".*\\.", ""));
        if (hops <= 3) add("rcv", "net " + Site.ofHost(rdns.indexOf('.') > 0 ? rdns : helo));
    }

    private void value(Header header) {
        String value = header.value();
        int boundary = value.toLowerCase(Locale.ROOT).indexOf("boundary");
        new WordFeatures(header.name()).read(value, 0, Math.min(boundary < 0 ? value.length() : boundary, 120));
    }

    private void c4(String t, String kind) {
        int n = Math.min(t.length(), 3000);
        int h0 = 0;
        for (int i = 0; i + 4 <= n; i++) {
            add(kind.hashCode() + t.substring(i, i + 4).toLowerCase(Locale.ROOT).hashCode() * 7, 15);
        }
    }

    private void text(Body body) {

        if (body.getHtml().isEmpty()) {
            new WordFeatures("").read(body.getText(), 0, Math.min(body.getText().length(), LONGEST));
        } else {
            add("b", "html");
            HtmlScan.scan(body.getHtml(), LONGEST, new HtmlScan.Seen() {
                private final WordFeatures words = new WordFeatures("");
                private final WordFeatures hidden = new WordFeatures("hid");

                @Override
                public void tag(String name) {
                    add("t", name);
                }

                @Override
                public void attribute(String tag, String name, String value) {
                    if (name.equals("href") || name.equals("src") || name.equals("action")) {
                        link(tag, value);
                    } else if (name.equals("color") || name.equals("bgcolor") || name.equals("size") || name.equals("face")) {
                        add("t." + name, value.toLowerCase(Locale.ROOT));
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
        if (value.isEmpty() || count >= MOST * 2) {
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
        add(hash, category(kind));
        if (names != null) {
            names.name(mixed(hash) & 0x0FFFFFFF | category(kind) << 28, kind + ":" + value);
        }
    }

    private static int category(String kind) {
        return switch (kind) {
            case "" -> 0; case "s" -> 3; case "n" -> 5; case "a","d","tld","l" -> 6; case "id","idshape","to","rt","h" -> 7;
            case "b","t" -> 9; case "file","ext" -> 13; case "hid" -> 12; case "utld","upath" -> 11; case "rcv" -> 14; case "c4" -> 15;
            default -> kind.startsWith("u.") ? 10 : kind.startsWith("t.") ? 9 : 8;
        };
    }

    private void add(int hash, int category) {
        add0(hash, category);
    }

    private void add0(int hash, int category) {
        if (count < MOST * 2) {
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, count * 2);
            }
            hashes[count++] = mixed(hash) & 0x0FFFFFFF | category << 28;
        }
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
        private final int[] window = new int[WINDOW];
        private final String[] said = names == null ? null : new String[WINDOW];
        private int seen;
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
            String said = number ? "#" + Math.min(length, 8) : length > 24 ? "long" : word.toString();
            word.setLength(0);
            if (!number && (CALENDAR.contains(said) || ownWords.contains(said))) {
                return;
            }
            int hash = kind.hashCode() * 31 + said.hashCode();
            if (length > 1 || number) {
                add(hash, category(kind));
                if (names != null) {
                    names.name(mixed(hash) & 0x0FFFFFFF | category(kind) << 28, label(said));
                }
            }
            for (int distance = 1; distance <= Math.min(seen, WINDOW); distance++) {
                int before = (seen - distance) % WINDOW;
                int pair = (window[before] * 31 + hash) * 31 + distance;
                int category = category(kind);
                category += category == 0 ? (distance == 1 ? 1 : 2) : category == 3 ? 1 : 0;
                add(pair, category);
                if (names != null) {
                    names.name(mixed(pair) & 0x0FFFFFFF | category << 28, label(this.said[before] + (distance == 1 ? " " : " … ") + said));
                }
            }
            window[seen % WINDOW] = hash;
            if (names != null) {
                this.said[seen % WINDOW] = said;
            }
            seen++;
        }

        private String label(String said) {
            return kind.isEmpty() ? said : kind + ":" + said;
        }
    }

    private static final boolean[] ASCII = new boolean[0x80];

    static {
        for (char c = 0; c < 0x80; c++) {
            ASCII[c] = Character.isLetterOrDigit(c) || c == '\'' || c == '-';
        }
    }
}
