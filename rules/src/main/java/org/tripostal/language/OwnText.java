package org.tripostal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the writer of a message wrote, without what is quoted, forwarded or signed. It knows {@code >} quotes, the lines that programs put
 * before a quote ("Le … a écrit :", "On … wrote:"), forwarded parts ("-----Original Message-----", "-------- Message transféré --------",
 * Outlook's header block) and signatures after {@code "-- "} (RFC 3676, section 4.3).
 */
public final class OwnText {

    private static final Pattern QUOTE = Pattern.compile("^\\s{0,3}[>|].*");
    private static final Pattern ATTRIBUTION_END = Pattern.compile("(?iU).*\\b(wrote|writes|a écrit|a ecrit)\\s*+:?\\s*+$");
    private static final Pattern ATTRIBUTION_START = Pattern.compile("(?iU)^\\s*(on|le|am)\\b.*");
    private static final Pattern FORWARDED = Pattern.compile(
            "(?iU)^\\s*-{2,}\\s*(original message|forwarded message|forwarded by|message d['’]origine|message original|message transféré|message transfere|"
                    + "transféré par|transmis par|réexpédié par)\\b.*|^\\s*(begin forwarded message|début du message (transféré|réexpédié))\\s*:.*");
    private static final Pattern HEADER_LINE = Pattern.compile(
            "(?iU)^\\s*\\*?(from|de|expéditeur|sent|envoyé|date|to|à|a|destinataire|cc|copie à|subject|objet)\\s*\\*?\\s?:\\*?\\s.*");
    /** What mailing lists put below a message, and Outlook above a quote. */
    private static final Pattern RULE = Pattern.compile("^\\s*[_]{10,}\\s*$");
    /** What Lotus Notes leaves in the text for each attachment. */
    private static final Pattern LOTUS_ATTACHMENT = Pattern.compile("(?i)\\(see attached\\s+file:[^)]{0,300}+\\)");
    private static final Pattern SIGNATURE = Pattern.compile("^-- ?$");
    private static final int HEADER_BLOCK = 3;
    private static final int LONGEST_HEADER_BLOCK = 12;
    private static final int ATTRIBUTION_LINES = 3;

    private OwnText() {}

    /** The writer's own lines, in order, without white space around them as a whole. */
    public static String of(String text) {
        List<String> lines = LOTUS_ATTACHMENT.matcher(text).replaceAll("").lines().toList();
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (SIGNATURE.matcher(line).matches()) {
                i = endOfSignature(lines, i) - 1;
            } else if (FORWARDED.matcher(line).matches() || RULE.matcher(line).matches() || startsHeaderBlock(lines, i)) {
                break;
            } else if (!QUOTE.matcher(line).matches()) {
                int attribution = attributionLines(lines, i);
                if (attribution > 0) {
                    i += attribution - 1;
                } else {
                    own.add(line);
                }
            }
        }
        return String.join("\n", own).strip();
    }

    /** A signature ends the message, unless a quote follows it: people who answer on top sign above the quote. */
    private static int endOfSignature(List<String> lines, int start) {
        for (int i = start + 1; i < lines.size(); i++) {
            if (QUOTE.matcher(lines.get(i)).matches() || attributionLines(lines, i) > 0) {
                return i;
            }
        }
        return lines.size();
    }

    /** How many lines, from this one on, say whom a quote is from: 0 where they do not, else 1 to 3, since programs break them. */
    private static int attributionLines(List<String> lines, int start) {
        if (!ATTRIBUTION_START.matcher(lines.get(start)).matches()) {
            return 0;
        }
        for (int n = 1; n <= ATTRIBUTION_LINES && start + n <= lines.size(); n++) {
            String line = lines.get(start + n - 1);
            if (line.isBlank()) {
                return 0;
            }
            if (ATTRIBUTION_END.matcher(line).matches()) {
                return quoteFollows(lines, start + n) ? n : 0;
            }
        }
        return 0;
    }

    private static boolean quoteFollows(List<String> lines, int start) {
        for (int i = start; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return QUOTE.matcher(lines.get(i)).matches();
            }
        }
        return true;
    }

    /** Outlook quotes without a mark: From, Sent, To, Subject, a line each that may be broken; all that follows is the other's. */
    private static boolean startsHeaderBlock(List<String> lines, int start) {
        if (!HEADER_LINE.matcher(lines.get(start)).matches()) {
            return false;
        }
        int found = 0;
        for (int i = start; i < lines.size() && i < start + LONGEST_HEADER_BLOCK && !lines.get(i).isBlank(); i++) {
            found += HEADER_LINE.matcher(lines.get(i)).matches() ? 1 : 0;
        }
        return found >= HEADER_BLOCK;
    }
}
