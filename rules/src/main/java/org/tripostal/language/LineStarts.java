package org.tripostal.language;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions of which one has to fit the beginning of a {@linkplain Words#folded folded} line. Which of them can fit a line that begins with these
 * letters is found out once for these letters: of some thirty, most lines meet two or three.
 */
final class LineStarts {

    private static final int LETTERS = 3;
    /** Words begin in fewer ways than this; what is written to have more gains nothing by it. */
    private static final int MOST_KEPT = 20_000;
    private static final Pattern ANYWHERE = Pattern.compile("\\.\\{0,\\d+\\}(?:\\\\b)?([a-z /]+).*");

    /** @param needle words without which it does not fit; empty where they are not plain */
    private record Start(Pattern pattern, String needle) {

        static Start of(String expression) {
            Matcher anywhere = ANYWHERE.matcher(expression);
            return new Start(Pattern.compile(expression), anywhere.matches() ? anywhere.group(1) : "");
        }

        /** Whether a line that begins so may fit: it does, or the answer lies in what follows. */
        boolean mayFit(String beginning) {
            Matcher matcher = pattern.matcher(beginning);
            return matcher.lookingAt() || matcher.hitEnd();
        }

        boolean fits(String line) {
            return line.contains(needle) && pattern.matcher(line).lookingAt();
        }
    }

    private final List<Start> all;
    private final Map<String, List<Start>> byBeginning = new ConcurrentHashMap<>();

    /** Those of a list, see {@link Words#list}. */
    LineStarts(String list) {
        all = Words.list(list).stream().map(Start::of).toList();
    }

    /** Whether one of them fits the beginning of the line. */
    boolean fit(String line) {
        for (Start start : possible(line)) {
            if (start.fits(line)) {
                return true;
            }
        }
        return false;
    }

    private List<Start> possible(String line) {
        if (line.length() < LETTERS) {
            return all;
        }
        String beginning = line.substring(0, LETTERS);
        List<Start> known = byBeginning.get(beginning);
        if (known == null) {
            known = all.stream().filter(start -> start.mayFit(beginning)).toList();
            if (byBeginning.size() < MOST_KEPT) {
                byBeginning.put(beginning, known);
            }
        }
        return known;
    }
}
