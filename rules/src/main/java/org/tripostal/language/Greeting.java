package org.tripostal.language;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text opens with a greeting, in English or French: "Bonjour à toutes et tous,", "Hi all", "Madame, Monsieur,", "Anne,". */
public final class Greeting {

    /** A letterhead, or a line on what one answers to, may stand before the greeting. */
    private static final int FIRST_LINES = 6;

    /** More words than this between the greeting and the end of its clause are no name: "Hey that is not what I meant". */
    private static final int LONGEST_NAME = 8;

    private static final Pattern GREETINGS = Words.atStart("greetings.txt");
    private static final Pattern TITLES = Words.atStart("titles.txt");
    private static final Pattern CLAUSE_END = Pattern.compile("[,;:.!?()]|\\s-+\\s|$");
    private static final Pattern VOCATIVE =
            Pattern.compile("^\\p{Lu}[\\p{Ll}'’]+(?:-\\p{Lu}?[\\p{Ll}'’]+){0,2}(?:\\s+(?:et|and|&|\\p{Lu}[\\p{L}'’.-]*)){0,3}\\s*+[,!]\\s*+(?:--?)?\\s*+$");

    private Greeting() {}

    /** The words of the greeting as they stand; empty where there is none. */
    public static String in(String ownText) {
        List<String> lines = ownText.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(FIRST_LINES).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).substring(Words.afterMarks(lines.get(i), 0));
            String greeting = at(line);
            if (!greeting.isEmpty() || (i == 0 && VOCATIVE.matcher(line).matches())) {
                return greeting.isEmpty() ? line : greeting;
            }
        }
        return "";
    }

    private static String at(String line) {
        String folded = Words.folded(line);
        Matcher greeting = GREETINGS.matcher(folded);
        if (greeting.find() && wordsToClauseEnd(folded.substring(greeting.end())) <= LONGEST_NAME) {
            return line.substring(0, Math.min(line.length(), greeting.end()));
        }
        Matcher title = TITLES.matcher(folded);
        if (title.find()) {
            String rest = folded.substring(title.end());
            int end = clauseEnd(rest);
            if (end < rest.length() && rest.charAt(end) == ',' && wordsToClauseEnd(rest) <= LONGEST_NAME) {
                return line.substring(0, Math.min(line.length(), title.end()));
            }
        }
        return "";
    }

    private static int clauseEnd(String rest) {
        Matcher end = CLAUSE_END.matcher(rest);
        return end.find() ? end.start() : rest.length();
    }

    private static int wordsToClauseEnd(String rest) {
        String name = rest.substring(0, clauseEnd(rest)).strip();
        return name.isEmpty() ? 0 : name.split("\\s+").length;
    }
}
