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
    private static final LineStarts BY_SERVICES = new LineStarts("footers.txt");
    private static final LineStarts DISCLAIMERS = new LineStarts("disclaimers.txt");
    private static final String BEFORE_DISCLAIMERS = "*_#([ ";
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
        boolean ruled = Quote.beginsWithoutWord(folded);
        if (ruled && RULE.matcher(folded).matches()) {
            return written && footerFollows(lines, i) ? nextQuote(lines, i + 1) : i + 1;
        }
        boolean footer = ruled && ADVERTISEMENT.matcher(folded).matches()
                || written && ruled && belowRule(folded)
                || written && isFooter(folded);
        return footer ? nextQuote(lines, i + 1) : i;
    }

    private static boolean belowRule(String folded) {
        Matcher words = RULE_AND_WORDS.matcher(folded);
        return words.matches() && BY_SERVICES.fit(words.group(1));
    }

    private static boolean isFooter(String folded) {
        if (BY_SERVICES.fit(folded)) {
            return true;
        }
        int start = 0;
        while (start < folded.length() && BEFORE_DISCLAIMERS.indexOf(folded.charAt(start)) >= 0) {
            start++;
        }
        return DISCLAIMERS.fit(folded.substring(start));
    }

    private static boolean footerFollows(Lines lines, int rule) {
        int seen = 0;
        int last = rule;
        for (int i = lines.written(rule + 1); i < lines.size() && seen < LINES_BELOW_RULE; i = lines.written(i + 1)) {
            String folded = lines.folded(i);
            if (isFooter(folded) || Quote.end(lines, i) > i) {
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
