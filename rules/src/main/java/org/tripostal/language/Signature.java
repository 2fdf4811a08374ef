package org.tripostal.language;

import java.util.List;
import java.util.regex.Pattern;

/** How programs and people sign: after {@code "-- "}, by a block with telephone and address, or with "Sent from my …". */
final class Signature {

    private static final Pattern DELIMITER = Pattern.compile("^(?:--|—|––)\\s*$");
    private static final Pattern SENT_FROM = Pattern.compile("^[-_*~<\\[( ]*(?:" + Words.alternatives("sent-from.txt") + ").*");
    private static final Pattern CONTACT = Pattern.compile(
            "(?:.*\\b(?:tel|telephone|phone|ph|mob|mobile|cell|port|portable|fax|gsm|direct|ligne directe|bureau|office|standard|fixe)"
                    + "(?: perso| pro| fixe| direct| bureau|\\.)? ?[:.)]+ ?.*\\d.*)|.*\\b(?:web|site|e-?mail|mail|courriel|skype|siret|rcs) ?: ?\\S.*"
                    + "|.*(?:\\+|\\b00)\\d{1,3}[ ().\\d/-]{7,}.*|.*\\b0\\d(?:[ .-]?\\d{2}){4}\\b.*|.*\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}\\b.*"
                    + "|[<* ]*\\S+@\\S+\\.\\S+[>* ]*"
                    + "|.*\\b(?:f-?)?\\d{5} \\p{L}{3,}.*|.*\\b[a-z]{2} \\d{5}(?:-\\d{4})?\\b.*|.*\\b[a-z]{1,2}\\d{1,2}[a-z]? \\d[a-z]{2}\\b.*");
    private static final int LONGEST_LINE = 90;
    private static final int MOST_WORDS = 12;
    private static final int MOST_LINES = 15;
    private static final Pattern SENTENCE = Pattern.compile(".*(?:[a-z]{2}[.!?]|[?!])\\s*$");

    private Signature() {}

    /** Whether the line stands above a signature (RFC 3676, section 4.3); the space behind it is often lost on the way. */
    static boolean isDelimiter(String line) {
        return DELIMITER.matcher(line).matches();
    }

    /** Whether a program says here on what the message was written. */
    static boolean isSentFrom(String folded) {
        return SENT_FROM.matcher(folded).matches();
    }

    /** Whether these lines are short and one of them says how to reach somebody. */
    static boolean isContacts(Lines lines, int from, int to) {
        boolean contact = false;
        for (int i = from; i < to; i++) {
            if (!lines.blank(i)) {
                if (isProse(lines.folded(i))) {
                    return false;
                }
                contact |= CONTACT.matcher(lines.folded(i)).matches();
            }
        }
        return contact;
    }

    /** The lines without a block at the end that signs without saying so: below a blank line or a closing formula, short, with a telephone number or an address. */
    static List<String> withoutContacts(List<String> own) {
        Lines lines = new Lines(own);
        int end = own.size();
        while (end > 0 && lines.blank(end - 1)) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < MOST_LINES && (lines.blank(start - 1) || !isProse(lines.folded(start - 1)) && !endsMessage(own.get(start - 1)))) {
            start--;
        }
        boolean belowClosing = start > 0 && endsMessage(own.get(start - 1));
        if (!belowClosing) {
            start = afterBlank(lines, start, end);
        }
        boolean signs = start > 0 && start < end && lines.written(0) < start && isContacts(lines, start, end) && (belowClosing || end - start > 1);
        return signs ? own.subList(0, start) : own;
    }

    private static boolean endsMessage(String line) {
        return !Closing.in(line).isEmpty();
    }

    private static int afterBlank(Lines lines, int from, int to) {
        for (int i = from; i < to; i++) {
            if (i == 0 || lines.blank(i - 1)) {
                if (i > 0 && !lines.blank(i)) {
                    return i;
                }
            }
        }
        return to;
    }

    private static boolean isProse(String folded) {
        if (folded.length() > LONGEST_LINE) {
            return true;
        }
        boolean contact = CONTACT.matcher(folded).matches();
        return folded.split("\\s+").length > MOST_WORDS || !contact && SENTENCE.matcher(folded).matches() || Greeting.opensWithPhrase(folded);
    }
}
