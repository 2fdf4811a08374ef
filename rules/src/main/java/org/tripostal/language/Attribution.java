package org.tripostal.language;

import java.util.regex.Pattern;

/** The line, or lines since programs break them, that say whom a quote is from: "On … wrote:", "Le … a écrit :". */
final class Attribution {

    private static final int MOST_LINES = 4;
    private static final int LONGEST = 400;
    private static final int MOST_LINES_UNDATED = 2;
    private static final int LONGEST_UNDATED = 160;
    private static final Pattern SEVERAL_SENTENCES = Pattern.compile("[a-z]{3}[.!?] [a-z]");

    /** They introduce a quote even where its lines are not marked. */
    private static final Pattern DATED = Pattern.compile("(?:" + Words.alternatives("attributions-dated.txt") + ")");
    /** A time, or an address: nobody tells a story so. */
    private static final Pattern BY_A_PROGRAM = Pattern.compile(".*(?:\\d{1,2} ?[:h] ?\\d{2}|\\S@\\S).*");
    private static final Pattern OTHER = Pattern.compile("(?:" + Words.alternatives("attributions.txt") + ")");
    private static final Pattern NAME = Pattern.compile("^\\s*(?:\\p{Lu}[\\p{L}'’.-]*)(?:\\s\\p{Lu}[\\p{L}'’.-]*){0,3}\\s?:\\s*$");

    private Attribution() {}

    /** How many lines, from this one on, are one; 0 where they are not. */
    static int lines(Lines lines, int start) {
        if (lines.blank(start)) {
            return 0;
        }
        StringBuilder joined = new StringBuilder();
        for (int n = 1; n <= MOST_LINES && start + n <= lines.size() && !lines.blank(start + n - 1) && joined.length() < LONGEST; n++) {
            if (n > 1 && Quote.isMarked(lines, start + n - 1)) {
                break;
            }
            joined.append(n > 1 ? " " : "").append(lines.folded(start + n - 1));
            if (introduces(joined.toString(), n, lines, start + n)) {
                return n;
            }
        }
        boolean name = NAME.matcher(lines.raw(start)).matches() && start + 1 < lines.size() && Quote.isMarked(lines, start + 1);
        return name && !Greeting.opensWithPhrase(lines.raw(start)) ? 1 : 0;
    }

    private static boolean introduces(String words, int broken, Lines lines, int next) {
        if (DATED.matcher(words).matches()) {
            return BY_A_PROGRAM.matcher(words).matches() || Quote.quotes(lines, next);
        }
        // Whether a quote follows is told at once, and mostly none does.
        return broken <= MOST_LINES_UNDATED && words.length() <= LONGEST_UNDATED && lines.written(next) < lines.size() && Quote.quotes(lines, next)
                && !SEVERAL_SENTENCES.matcher(words).find() && OTHER.matcher(words).matches();
    }
}
