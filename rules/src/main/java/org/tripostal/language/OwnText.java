package org.tripostal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the writer of a message wrote, without what is quoted, forwarded, signed or put there by programs. Quotes may stand above, below or between the
 * writer's words. It knows {@code >} quotes, the lines that programs put before a quote ("Le … a écrit :", "On … wrote:"), forwarded parts
 * ("-----Original Message-----", "-------- Message transféré --------", Outlook's header block), signatures after {@code "-- "} (RFC 3676, section 4.3) and
 * without it, "Sent from my …", disclaimers, what mailing lists and free mail services add, and PGP armour (RFC 9580, section 6.2).
 */
public final class OwnText {

    /** What Lotus Notes leaves in the text for each attachment. */
    private static final Pattern LOTUS_ATTACHMENT = Pattern.compile("(?i)\\(see attached\\s+file:[^)]{0,300}+\\)");
    /** What programs leave in plain text where the HTML shows a picture. */
    private static final Pattern PICTURE = Pattern.compile("(?i)^\\s*\\[(?:cid:|image\\b|inline image|logo\\b)[^\\]]{0,200}+\\]\\s*$");

    private OwnText() {}

    /** The writer's own lines, in order, without white space around them as a whole. */
    public static String of(String text) {
        Lines lines = new Lines(LOTUS_ATTACHMENT.matcher(Armour.without(text)).replaceAll("").lines().toList());
        List<String> own = new ArrayList<>();
        boolean written = false;
        int i = 0;
        while (i < lines.size()) {
            if (lines.blank(i)) {
                own.add(lines.raw(i++)); // nothing begins with it
                continue;
            }
            int next = Quote.end(lines, i);
            if (next == i) {
                next = Footer.end(lines, i, written);
            }
            if (next == i) {
                String line = lines.raw(i);
                if (!PICTURE.matcher(line).matches() && !Signature.isSentFrom(lines.folded(i))) {
                    own.add(line);
                    written |= !line.isBlank();
                }
                next = i + 1;
            }
            i = next;
        }
        return String.join("\n", Signature.withoutContacts(own)).strip();
    }
}
