package org.tripostal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What others wrote: marked lines with what introduces them, forwarded parts, and all below Outlook's header block. */
final class Quote {

    private static final Pattern MARKED = Pattern.compile("^\\s{0,3}(?:>|\\|(?!.*\\|\\s*$)).*");
    /** Marks with the initials of whom is quoted: {@code JD> }. */
    private static final Pattern INITIALS = Pattern.compile("^\\s{0,3}\\p{Lu}{1,3}\\p{Ll}{0,2}>+(?: .*)?$");
    private static final Pattern FORWARDED = Pattern.compile("^[-_=*~#<> ]{2,}\\s*(?:" + Words.alternatives("forward-marks.txt") + ")(?![a-z0-9]).*");
    private static final Pattern FORWARDED_UNRULED = Pattern.compile("^(?:" + Words.alternatives("forward-introductions.txt") + ")\\s*:?$");
    private static final Pattern FORWARDED_END =
            Pattern.compile("^[-_=*~#<> ]{2,}\\s*(?:end of |end |fin d[eu] |fin )?(?:the )?(?:forwarded message|message transfere|transferred message)\\s*[-_=*~#<> ]*$");
    private static final Pattern BEGINS_END = Pattern.compile("^[-_=*~#<> ]{2,}\\s*(?:end|fin) .*");
    private static final Pattern MARKS = Pattern.compile("^[>|\\s]+");
    private static final int MOST_MARKED_WITH_HEADER = 9;
    private static final int WRAPPED_FROM = 60;
    private static final int MOST_ORPHANS = 3;

    private Quote() {}

    /** Where a quote that begins at this line ends; the line itself where none begins. */
    static int end(Lines lines, int i) {
        if (isMarked(lines, i)) {
            if (marksOnlyTheHeader(lines, i)) {
                return lines.size();
            }
            return isOrphan(lines, i + 1) ? i + 2 : i + 1;
        }
        String folded = lines.folded(i);
        boolean ruled = beginsWithoutWord(folded);
        if (ruled && BEGINS_END.matcher(folded).matches() && FORWARDED_END.matcher(folded).matches()) {
            return i + 1;
        }
        if (ruled && FORWARDED.matcher(folded).matches() || FORWARDED_UNRULED.matcher(folded).matches()) {
            return forwardedEnd(lines, i);
        }
        if (HeaderBlock.startsAt(lines, i)) {
            return lines.size();
        }
        int attribution = Attribution.lines(lines, i);
        if (attribution > 0) {
            return quotes(lines, i + attribution) ? i + attribution : lines.size();
        }
        return i;
    }

    /** Whether the line begins with something else than a letter or a digit, as every line with a rule does: of most lines no more needs to be asked. */
    static boolean beginsWithoutWord(String line) {
        return !line.isEmpty() && !Character.isLetterOrDigit(line.codePointAt(0));
    }

    /** Some webmail marks the header block above a quote, and not the quote: what follows unmarked is the other's. */
    private static boolean marksOnlyTheHeader(Lines lines, int i) {
        if (i > 0 && isMarked(lines, i - 1)) {
            return false;
        }
        List<String> marked = new ArrayList<>();
        for (int at = i; isMarked(lines, at); at++) {
            marked.add(MARKS.matcher(lines.raw(at)).replaceFirst(""));
        }
        if (marked.size() > MOST_MARKED_WITH_HEADER || lines.written(0) == i) {
            return false;
        }
        Lines header = new Lines(marked);
        return HeaderBlock.startsAt(header, 0) || marked.size() > 1 && HeaderBlock.startsAt(header, 1);
    }

    /** Whether the line carries a quote mark. */
    static boolean isMarked(Lines lines, int i) {
        return i < lines.size() && hasMark(lines.raw(i)) && (MARKED.matcher(lines.raw(i)).matches() || INITIALS.matcher(lines.raw(i)).matches());
    }

    /** Most lines have none anywhere. */
    private static boolean hasMark(String line) {
        return line.indexOf('>') >= 0 || line.indexOf('|') >= 0;
    }

    /** Whether the next words from here on are marked as a quote, or there are none. */
    static boolean quotes(Lines lines, int from) {
        int next = lines.written(from);
        return next == lines.size() || isMarked(lines, next);
    }

    /** All that follows is the other's, but where it is marked as a quote, or its end is. */
    private static int forwardedEnd(Lines lines, int start) {
        int next = lines.written(start + 1);
        if (next < lines.size() && (isMarked(lines, next) || introducesMarked(lines, next))) {
            return next;
        }
        for (int i = start + 1; i < lines.size(); i++) {
            if (BEGINS_END.matcher(lines.folded(i)).matches() && FORWARDED_END.matcher(lines.folded(i)).matches()) {
                return i + 1;
            }
        }
        return lines.size();
    }

    private static boolean introducesMarked(Lines lines, int i) {
        int attribution = Attribution.lines(lines, i);
        int quote = lines.written(i + attribution);
        return attribution > 0 && quote < lines.size() && isMarked(lines, quote);
    }

    /** The rest of a quoted line that a program broke without marking it again: a few words in the middle of a sentence, and the quote goes on. */
    private static boolean isOrphan(Lines lines, int i) {
        if (i >= lines.size() || lines.blank(i) || isMarked(lines, i)) {
            return false;
        }
        String above = lines.raw(i - 1).stripTrailing();
        String rest = lines.raw(i).strip();
        return above.length() >= WRAPPED_FROM
                && !above.matches(".*[.!?:]$")
                && Character.isLowerCase(rest.codePointAt(0))
                && rest.split("\\s+").length <= MOST_ORPHANS
                && (i + 1 == lines.size() || lines.blank(i + 1) || isMarked(lines, i + 1));
    }
}
