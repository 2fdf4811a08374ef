package org.tripostal.language;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text ends with a closing formula: a valediction ("Cordialement", "Best regards"), thanks ("Merci d'avance") or a wish ("Bonne journée", "Hope this
 * helps"). A lone name is none. English and French, and the words by which people of other languages take leave even there.
 */
public final class Closing {

    /** Below a formula there may be names, a post, a telephone number. */
    private static final int LAST_LINES = 12;
    /** A longer line is prose; a formula with more than one line of prose below it ended a thought, not the message. */
    private static final int LONGEST_SIGNATURE_LINE = 9;
    private static final int MOST_PROSE_BELOW = 1;
    private static final int MOST_LINES_BELOW_THANKS = 8;
    private static final int LONGEST_NAME = 4;
    /** Where a paragraph is all on one line, what takes leave is at its end. */
    private static final int LONGEST_END = 600;
    private static final int LONGEST_FORMULA = 80;

    /** They stand alone, or with the name of the writer or the reader. */
    private static final List<Pattern> FORMULAS = Words.list("closings.txt").stream().map(Closing::phrases).toList();
    /** They begin a sentence that takes leave. */
    private static final Pattern SENTENCES = phrases(Words.alternatives("closing-sentences.txt"));
    /** They end a message where nothing but a name comes after their sentence. */
    private static final Pattern THANKS = phrases(Words.alternatives("closing-thanks.txt"));
    private static final Pattern NO_THANKS = Pattern.compile("(?:" + Words.alternatives("closing-thanks-exceptions.txt") + ").*");
    private static final Pattern SENTENCE_START = Pattern.compile("(?<!\\s)\\s++[-–—]++\\s++|(?<=[.!?;,:…)])\\s++|^");
    private static final Pattern AFTER_FORMULA = Pattern.compile(
            "^[\\s*_]*(?:[,.!;:…~)<(\"'»/&|+-]|$|(?:to|from|for|a|de|et|and|pour|d'|des|du|les|vous|sur)\\b(?:\\s*\\S+){0,6}$)");
    private static final Pattern NAME =
            Pattern.compile("^[^\\p{L}]{0,3}\\p{Lu}[\\p{L}'’.-]*(?:[ ,]+(?:\\p{Lu}[\\p{L}'’.-]*|de|du|la|le|d'|von|van|et|and|&)){0,4}[\\s.,!*_)]*$|^[\\s~-]*\\p{L}{1,12}$");
    /** The French write "à plus" so. */
    private static final Pattern SIGN = Pattern.compile("[@a]? ?\\+{1,2}");
    private static final Pattern COLUMNS = Pattern.compile("\\s{4,}");
    private static final Pattern POSTSCRIPT = Pattern.compile("(?i)^\\W*p\\.? ?(?:p\\.? ?)?s\\.?\\b\\s*[.:,–—-]?.*|^n\\.? ?b\\.? ?[:.].*");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?…]+(?:\\s|$)|\\s-+\\s|[:;=]-?[)(DP](?:\\s|$)|$");

    private Closing() {}

    /** The words of the closing as they stand, in lower case and without accents; empty where there is none. */
    public static String in(String ownText) {
        List<String> lines = withoutPostscript(ownText.lines().map(String::strip).toList());
        List<String> written = lines.stream().filter(line -> !line.isEmpty()).toList();
        int prose = 0;
        int below = 0;
        for (int i = written.size() - 1; i >= 0 && below < LAST_LINES; i--, below++) {
            // "Salut Anne," takes leave below and greets above.
            boolean greets = i == 0 && prose > 0 && Greeting.opensWithPhrase(written.get(0));
            String closing = in(written, i, prose == 0 && below < MOST_LINES_BELOW_THANKS, greets);
            if (!closing.isEmpty()) {
                return closing;
            }
            prose += words(written.get(i)) > LONGEST_SIGNATURE_LINE ? 1 : 0;
            if (prose > MOST_PROSE_BELOW) {
                break;
            }
        }
        return aboveName(lines);
    }

    /** Looks in one line, from the start of each of its sentences on. */
    private static String in(List<String> lines, int at, boolean thanksCount, boolean greets) {
        String line = lines.get(at).substring(Math.max(0, lines.get(at).length() - LONGEST_END));
        String folded = Words.folded(line);
        if (folded.length() != line.length()) {
            line = folded; // a letter became two: the places no longer fit, and case is lost with it
        }
        if (SIGN.matcher(folded).matches()) {
            return folded;
        }
        Matcher start = SENTENCE_START.matcher(folded);
        while (start.find()) {
            int from = Words.afterMarks(folded, start.end());
            if (greets && from == Words.afterMarks(folded, 0)) {
                continue;
            }
            for (Pattern one : FORMULAS) {
                Matcher formula = one.matcher(folded).region(from, folded.length());
                if (formula.lookingAt() && endsThere(folded.substring(formula.end()), line.substring(formula.end()))) {
                    return shown(formula.group());
                }
            }
            Matcher sentence = SENTENCES.matcher(folded).region(from, folded.length());
            if (sentence.lookingAt()) {
                return shown(sentence.group());
            }
            Matcher thanks = THANKS.matcher(folded).region(from, folded.length());
            if (thanksCount && thanks.lookingAt() && !NO_THANKS.matcher(folded.substring(from)).matches() && isLast(line.substring(thanks.end()))) {
                return shown(thanks.group());
            }
            if (start.hitEnd() && from >= folded.length()) {
                break;
            }
        }
        return "";
    }

    private static boolean endsThere(String folded, String raw) {
        return AFTER_FORMULA.matcher(folded).find() || NAME.matcher(raw.strip()).matches();
    }

    private static String shown(String phrase) {
        return phrase.replaceFirst("[\\s,.!?;:]+$", "");
    }

    /** Whether nothing but a name comes after the sentence that thanks, such as "Merci, Anne". */
    private static boolean isLast(String rest) {
        Matcher end = END_OF_SENTENCE.matcher(rest);
        String sentence = end.find() ? rest.substring(0, end.start()) : rest;
        String after = rest.substring(sentence.length()).replaceFirst("^[^\\p{L}\\p{N}]+", "");
        int comma = sentence.indexOf(',');
        boolean anotherClause = comma >= 0 && words(sentence.substring(comma + 1)) > LONGEST_NAME;
        return !anotherClause && (after.isEmpty() || NAME.matcher(after).matches() || !in(List.of(after), 0, true, false).isEmpty());
    }

    /** A formula on a line of its own with a name on the next: a pasted article, or the next part of a conversation, may follow. */
    private static String aboveName(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            String formula = aloneOnItsLine(lines.get(i));
            if (!formula.isEmpty()) {
                int name = i + 1;
                while (name < lines.size() - 1 && lines.get(name).isEmpty()) {
                    name++;
                }
                boolean alone = name + 1 >= lines.size() || lines.get(name + 1).isEmpty();
                if (alone && NAME.matcher(lines.get(name)).matches()) {
                    return formula;
                }
            }
        }
        return "";
    }

    private static String aloneOnItsLine(String line) {
        if (line.isEmpty() || line.length() > LONGEST_FORMULA) {
            return "";
        }
        String folded = Words.folded(line);
        int from = Words.afterMarks(folded, 0);
        for (Pattern one : FORMULAS) {
            Matcher formula = one.matcher(folded).region(from, folded.length());
            if (formula.lookingAt() && folded.substring(formula.end()).matches("[\\s,.!*_-]*")) {
                return shown(formula.group());
            }
        }
        return "";
    }

    private static List<String> withoutPostscript(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).isEmpty() && POSTSCRIPT.matcher(lines.get(i)).matches() && lines.subList(0, i).stream().anyMatch(line -> !line.isEmpty())) {
                return lines.subList(0, i);
            }
        }
        return lines;
    }

    /** How many words a line has; of columns side by side, those of the longest. */
    private static int words(String line) {
        return line.isBlank() ? 0 : COLUMNS.splitAsStream(line.strip()).mapToInt(column -> column.split("\\s+").length).max().orElse(0);
    }

    private static Pattern phrases(String alternatives) {
        return Pattern.compile("(?:" + alternatives + ")(?![a-z0-9']|\\.[a-z0-9]|[/@_-][a-z0-9])");
    }
}
