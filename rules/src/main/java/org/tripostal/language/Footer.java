package org.tripostal.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands below the writer's words and is not written for this reader: signatures, disclaimers, what mailing lists and mail services add. */
final class Footer {

    /** What mailing lists and services put above their lines. */
    private static final Pattern RULE = Pattern.compile("^(?:[-_=*~#+·•—–]\\s?){5,}$|^-{2,}\\s?[|>~=]+.*");
    private static final Pattern LONG_UNDERSCORES = Pattern.compile("^_{10,}$");
    private static final Pattern RULE_AND_WORDS = Pattern.compile("^[-_=*~#]{10,}\\s*(\\S.*)");
    private static final Pattern ADVERTISEMENT = Pattern.compile("^[-_=*~# ]{3,}\\s*(?:advertise?ment|publicite|annonce|sponsored?|yahoo! groups sponsor)\\b.*");
    private static final Pattern BY_SERVICES = Pattern.compile("^(?:" + Words.alternatives("footers.txt") + ").*");
    private static final Pattern DISCLAIMER = Pattern.compile("^[*_#(\\[ ]*(?:" + Words.alternatives("disclaimers.txt") + ").*");
    private static final int LINES_BELOW_RULE = 4;

    private Footer() {}

    /**
     * Where a footer that begins at this line ends; the line itself where none begins.
     *
     * @param written whether the writer has written something before: nobody begins with a disclaimer
     */
    static int end(Lines lines, int i, boolean written) {
        if (Signature.isDelimiter(lines.raw(i))) {
            return written ? nextQuote(lines, i + 1) : i + 1;
        }
        String folded = lines.folded(i);
        if (RULE.matcher(folded).matches()) {
            return written && footerFollows(lines, i) ? nextQuote(lines, i + 1) : i + 1;
        }
        Matcher ruled = RULE_AND_WORDS.matcher(folded);
        boolean footer = ADVERTISEMENT.matcher(folded).matches()
                || written && ruled.matches() && BY_SERVICES.matcher(ruled.group(1)).matches()
                || written && (BY_SERVICES.matcher(folded).matches() || DISCLAIMER.matcher(folded).matches());
        return footer ? nextQuote(lines, i + 1) : i;
    }

    private static boolean footerFollows(Lines lines, int rule) {
        int seen = 0;
        int last = rule;
        for (int i = lines.written(rule + 1); i < lines.size() && seen < LINES_BELOW_RULE; i = lines.written(i + 1)) {
            String folded = lines.folded(i);
            if (BY_SERVICES.matcher(folded).matches() || DISCLAIMER.matcher(folded).matches() || Quote.end(lines, i) > i) {
                return true;
            }
            seen++;
            last = i;
        }
        return seen == 0 || LONG_UNDERSCORES.matcher(lines.folded(rule)).matches() && Signature.isContacts(lines, rule + 1, last + 1);
    }

    /** A footer ends the message, unless a quote follows it: people who answer on top sign above the quote. */
    private static int nextQuote(Lines lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (Quote.isMarked(lines, i) || Quote.end(lines, i) > i) {
                return i;
            }
        }
        return lines.size();
    }
}
