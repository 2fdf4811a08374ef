package org.tripostal.spam;

import java.util.List;
import java.util.Locale;
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

    /** Characters of a field that are looked at. */
    private static final int LONGEST_FIELD = 1_000;

    /** Instead of an address: the message claims to come from its receiver. */
    static final String SELF = "self";

    /** Of a subject: it is all in capitals. */
    static final String CAPITALS = "capitals";

    private final FeatureSet found;
    private final WordFeatures.LeftOut leftOut = new WordFeatures.LeftOut();
    private int hops;
    private boolean placed;

    private Features(FeatureSet found) {
        this.found = found;
    }

    /** The features of a message, each once, ascending. */
    static int[] of(List<?> facts) {
        return read(facts, new FeatureSet(false)).distinct();
    }

    /** The same, and what each of them was. */
    static FeatureSet told(List<?> facts) {
        return read(facts, new FeatureSet(true));
    }

    private static FeatureSet read(List<?> facts, FeatureSet found) {
        new Features(found).read(facts);
        return found;
    }

    private void read(List<?> facts) {
        for (Object fact : facts) {
            if (fact instanceof IncomingMessage message) {
                leaveOut(message);
                envelope(message);
            }
        }
        for (Object fact : facts) {
            if (fact instanceof Header header) {
                field(header);
            } else if (fact instanceof Sign sign) {
                found.add("sign", sign.kind(), FeatureSet.SIGN);
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

    private void leaveOut(IncomingMessage message) {
        for (List<Mailbox> boxes : List.of(message.to(), message.cc())) {
            for (Mailbox box : boxes) {
                leaveOut(box.address());
            }
        }
        message.own().forEach(this::leaveOut);
    }

    private void leaveOut(String address) {
        for (String part : address.toLowerCase(Locale.ROOT).split("[@._+-]+")) {
            leftOut.add(part);
        }
    }

    private WordFeatures words(String kind) {
        return new WordFeatures(found, kind, leftOut, link -> host("u.text", link));
    }

    private void envelope(IncomingMessage message) {
        words("s").read(message.subject(), LONGEST_FIELD);
        words("n").read(message.fromName(), 200);
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
            found.add("place", Site.ofHost(way.server()), FeatureSet.PLACE);
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
        words(header.name()).read(value, boundary < 0 ? 120 : Math.min(boundary, 120));
    }

    private void text(Body body) {
        if (body.getHtml().isEmpty()) {
            words("").read(body.getText(), Body.LONGEST_SCAN);
        } else {
            body.scanHtml(new HtmlScan.Seen() {
                private final WordFeatures seen = words("");
                private final WordFeatures unseen = words("hid");

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
                    seen.read(text, text.length());
                }

                @Override
                public void hidden(String text) {
                    unseen.read(text, text.length());
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
        found.add(kind, value, 0);
    }
}
