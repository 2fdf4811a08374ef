package org.tripostal.language;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text opens with a greeting: "Bonjour à toutes et tous,", "Hi all", "Madame, Monsieur,", "Anne,". English and French, and the words by which people of
 * other languages are greeted even there.
 */
public final class Greeting {

    /** A letterhead, a subject line or a notice may stand before the greeting. */
    private static final int FIRST_LINES = 10;

    /** Sentences that stand alone before it: "Apologies for cross-posting." */
    private static final int MOST_SENTENCES_BEFORE = 1;

    /** A longer line is no letterhead. */
    private static final int LONGEST_LETTERHEAD = 9;

    private static final int LONGEST_SIGNATURE_LINE = 6;
    private static final int LONGEST_NAME_FIRST = 6;

    /** More words than this between the greeting and the end of its clause are no name: "Hey that is not what I meant". */
    private static final int LONGEST_NAME = 8;

    private static final int LONGEST_NAME_IN_CAPITALS = 2;
    private static final int LONGEST_BEGINNING = 600;

    /** A line that holds nothing but a greeting may name many: "Chers parents d'élèves de la classe de CM2 de Mme Martin,". */
    private static final int LONGEST_LINE = 16;

    /** Nobody begins a message with them to say anything else. */
    private static final Pattern ALWAYS = Words.atStart("greetings.txt");
    /** They greet where a name, a comma or nothing follows. */
    private static final Pattern WITH_A_NAME = Words.atStart("greetings-with-name.txt");
    /** They greet where a comma follows. */
    private static final Pattern TITLES = Words.atStart("titles.txt");
    private static final Pattern NONE = Pattern.compile("^(?:" + Words.alternatives("greetings-exceptions.txt") + ")");
    private static final Pattern INTERJECTION = Pattern.compile("^(?:" + Words.alternatives("vocative-exceptions.txt") + ")\\W*$");
    private static final Pattern CLAUSE_END = Pattern.compile("[,;:.!?()]|\\s-+\\s|$");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…][\"'»)\\s]*$");
    private static final Pattern TITLE_ALONE = Pattern.compile("^(?:madame|monsieur|mesdames|messieurs|mademoiselle)(?:[ ,]+(?:madame|monsieur|mesdames|messieurs|la|le|et|l'|\\w+e)){0,4}\\W*$");
    private static final Pattern NAME_FIRST = Pattern.compile("\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]+){0,2}, ");
    private static final Pattern VOCATIVE = Pattern.compile(
            "^\\p{Lu}[\\p{L}'’]+(?:-\\p{L}[\\p{L}'’]*){0,2}(?:\\s*[,/]?\\s+(?:et|and|y|und|&|\\+|\\p{Lu}[\\p{L}'’.-]*)|/\\p{Lu}[\\p{L}'’.-]*){0,5}\\s*+(?:[,!]|,?\\s*--?|…)\\s*+$|^\\p{Ll}{3,12}\\s?,$");

    private Greeting() {}

    /** The words of the greeting as they stand; empty where there is none. */
    public static String in(String ownText) {
        List<String> lines = ownText.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int sentences = 0;
        boolean vocative = true;
        for (int i = 0; i < Math.min(lines.size(), FIRST_LINES); i++) {
            String whole = lines.get(i);
            String line = beginning(whole.substring(Words.afterMarks(whole, 0))).strip();
            if (line.isEmpty()) {
                continue;
            }
            String greeting = behindName(line);
            if (!greeting.isEmpty() && (sentences == 0 || words(line) > LONGEST_SIGNATURE_LINE || lines.subList(i + 1, lines.size()).stream().anyMatch(Greeting::isSaid))) {
                return greeting;
            }
            if (vocative && isVocative(line)) {
                return line;
            }
            boolean heading = line.equals(line.toUpperCase(Locale.ROOT)) && words(line) <= LONGEST_LETTERHEAD;
            boolean sentence = !heading && (SENTENCE_END.matcher(line).matches() || words(line) > LONGEST_LETTERHEAD);
            sentences += sentence ? 1 : 0;
            vocative &= !sentence;
            if (sentences > MOST_SENTENCES_BEFORE) {
                return "";
            }
        }
        return "";
    }

    /** Whether a line says something, and is no name or post: where nothing is said below, people took leave by the words that greet, "Ciao,". */
    private static boolean isSaid(String line) {
        return words(line) > LONGEST_SIGNATURE_LINE || SENTENCE_END.matcher(line).matches();
    }

    /** All of a paragraph on one line: what greets is in its beginning. */
    private static String beginning(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST_BEGINNING));
    }

    private static boolean isVocative(String line) {
        boolean shouted = words(line) > LONGEST_NAME_IN_CAPITALS && line.equals(line.toUpperCase(Locale.ROOT));
        return VOCATIVE.matcher(line).matches() && !shouted && !INTERJECTION.matcher(Words.folded(line).split("[,!]")[0]).matches();
    }

    /** Whether a line opens with a phrase of greeting; a bare name is none. */
    static boolean opensWithPhrase(String line) {
        return !at(line.substring(Words.afterMarks(line, 0)).strip()).isEmpty();
    }

    /** Whom one greets may come first: "Anne, bonjour," */
    private static String behindName(String line) {
        String greeting = at(line);
        Matcher name = NAME_FIRST.matcher(line);
        return greeting.isEmpty() && name.lookingAt() && words(line) <= LONGEST_NAME_FIRST ? at(line.substring(name.end())) : greeting;
    }

    private static String at(String line) {
        String folded = Words.folded(line);
        if (NONE.matcher(folded).find()) {
            return "";
        }
        Matcher always = ALWAYS.matcher(folded);
        if (always.find()) {
            return start(line, always.end());
        }
        Matcher named = WITH_A_NAME.matcher(folded);
        if (named.find() && greets(folded.substring(named.end()))) {
            return start(line, named.end());
        }
        Matcher title = TITLES.matcher(folded);
        if (title.find()) {
            String rest = folded.substring(title.end());
            int end = clauseEnd(rest);
            boolean called = end < rest.length() && ",:!".indexOf(rest.charAt(end)) >= 0 && greets(rest);
            if (called || TITLE_ALONE.matcher(folded).matches()) {
                return start(line, title.end());
            }
        }
        return "";
    }

    private static boolean greets(String rest) {
        int end = clauseEnd(rest);
        int name = words(rest.substring(0, end));
        boolean called = end < rest.length() && ",:!".indexOf(rest.charAt(end)) >= 0;
        return name <= LONGEST_NAME || called && name <= LONGEST_LINE && rest.substring(end + 1).isBlank();
    }

    private static String start(String line, int length) {
        return line.substring(0, Math.min(line.length(), length));
    }

    private static int clauseEnd(String rest) {
        Matcher end = CLAUSE_END.matcher(rest);
        return end.find() ? end.start() : rest.length();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
