package org.tripostal.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text ends with a closing formula, in English or French: a valediction ("Cordialement", "Best regards"), thanks ("Merci d'avance") or a
 * wish ("Bonne journée", "Hope this helps"). A lone name is none.
 */
public final class Closing {

    /** Below a formula there may be names, a post, a telephone number and a postscript. */
    private static final int LAST_LINES = 12;

    private static final Pattern CLOSINGS = Words.atStart("closings.txt");
    private static final Pattern SENTENCE_START = Pattern.compile("(?<!\\s)\\s++-++\\s++|(?<=[.!?;,])\\s++|^");

    /** A longer line is prose; a formula with more than one line of prose below it ended a thought, not the message. */
    private static final int LONGEST_SIGNATURE_LINE = 9;

    private static final int MOST_PROSE_BELOW = 1;

    private Closing() {}

    /** The words of the closing as they stand; empty where there is none. */
    public static String in(String ownText) {
        List<String> lines = new ArrayList<>(ownText.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        Collections.reverse(lines);
        int prose = 0;
        for (String line : lines.subList(0, Math.min(LAST_LINES, lines.size()))) {
            String folded = Words.folded(line);
            Matcher start = SENTENCE_START.matcher(folded);
            while (start.find()) {
                Matcher closing = CLOSINGS.matcher(folded).region(Words.afterMarks(folded, start.end()), folded.length());
                if (closing.lookingAt()) {
                    return closing.group();
                }
            }
            prose += folded.split("\\s+").length > LONGEST_SIGNATURE_LINE ? 1 : 0;
            if (prose > MOST_PROSE_BELOW) {
                return "";
            }
        }
        return "";
    }
}
