package org.tripostal.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much of a text is in capitals. Only letters that have a case count, so that Chinese or Arabic text neither shouts nor whispers; what nobody chose the
 * case of does not count at all: file names, codes, addresses.
 *
 * @param letters how many letters with a case there are
 * @param upper how many of them are capitals
 * @param longWords how many words of four letters and more are wholly in capitals
 * @param shoutedWords how many of the long words are no abbreviations, such as SNCF or NASA
 */
public record Capitals(int letters, int upper, int longWords, int shoutedWords) {

    private static final int LONG_WORD = 4;
    /** A longer line in capitals is a sentence. */
    private static final int LONGEST_HEADING = 8;
    /** A text of so few letters beside its headings is not what they are the headings of. */
    private static final int FEWEST_BESIDE_HEADINGS = 40;

    private static final Set<String> ABBREVIATIONS = Set.copyOf(Words.list("abbreviations.txt"));
    // Tried at the start of each word only, and without going back: a long text without spaces takes no longer than any other.
    private static final Pattern ADDRESSES = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S++|(?<!\\S)[^\\s@]++@\\S++");
    private static final Pattern CODE = Pattern.compile(
            "(?<!\\S)(?:\\S*[\\p{L}\\p{N}]_[\\p{L}\\p{N}]\\S*|[^\\s.]++\\.(?i:pdf|docx?|xlsx?|pptx?|od[tspg]|txt|csv|zip|rar|gz|7z|jpe?g|png|gif|tiff?|heic|mp[34]|mov|avi|html?|xml|json|java|py|js|c|h|exe|ics|eml|log|cfg|conf)\\W*)(?!\\S)");

    /** The capitals of a text as it stands, file names left out. */
    public static Capitals of(String text) {
        return of(text, true);
    }

    private static Capitals of(String text, boolean abbreviations) {
        String words = mayHoldCode(text) ? CODE.matcher(text).replaceAll(" ") : text;
        Count count = new Count();
        int from = 0;
        for (int i = 0; i < words.length(); ) {
            int c = words.codePointAt(i);
            int next = i + Character.charCount(c);
            if (!Character.isLetter(c)) {
                count.add(words, from, i, abbreviations);
                from = next;
            }
            i = next;
        }
        count.add(words, from, words.length(), abbreviations);
        return new Capitals(count.letters, count.upper, count.longWords, count.shoutedWords);
    }

    /** The capitals of running text: addresses of pages and of people are left out, abbreviations, and headings where there is text besides. */
    public static Capitals ofText(String text) {
        Capitals besideHeadings = words(withoutHeadings(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()));
        return besideHeadings.letters >= FEWEST_BESIDE_HEADINGS ? besideHeadings : words(text);
    }

    /** The share of capitals among the letters, 0 to 1; 0 where there is no letter. */
    public double share() {
        return letters == 0 ? 0 : (double) upper / letters;
    }

    /** The share of capitals as a whole number, 0 to 100. */
    public int percent() {
        return (int) Math.round(share() * 100);
    }

    private static Capitals words(String text) {
        return of(mayHoldAddress(text) ? ADDRESSES.matcher(text).replaceAll(" ") : text, false);
    }

    /** Told at a glance: most texts hold none, and to look closely takes long. */
    private static boolean mayHoldAddress(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == ':' && text.startsWith("//", i + 1) || c == '.' && text.regionMatches(true, i - 3, "www", 0, 3)) {
                return true;
            }
        }
        return false;
    }

    /** An underscore, or a dot with a letter behind it. */
    private static boolean mayHoldCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_' || c == '.' && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** A short line in capitals between lines that are not. */
    private static String withoutHeadings(List<String> lines) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean heading = inCapitals(lines.get(i))
                    && lines.get(i).split("\\s+").length <= LONGEST_HEADING
                    && (i == 0 || !inCapitals(lines.get(i - 1)))
                    && i + 1 < lines.size()
                    && !inCapitals(lines.get(i + 1));
            kept.append(heading ? "" : lines.get(i)).append('\n');
        }
        return kept.toString();
    }

    private static boolean inCapitals(String line) {
        boolean capital = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLowerCase(c)) {
                return false; // so with most lines, and at once
            }
            capital |= Character.isUpperCase(c);
        }
        return capital;
    }

    /** Counts letters, word by word. */
    private static final class Count {

        private int letters;
        private int upper;
        private int longWords;
        private int shoutedWords;

        /** @param abbreviations whether they count */
        void add(String text, int from, int to, boolean abbreviations) {
            if (from == to || !abbreviations && Character.isUpperCase(text.charAt(from)) && isAbbreviation(text, from, to)) {
                return;
            }
            int cased = 0;
            int capitals = 0;
            for (int i = from; i < to; ) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                boolean capital = isCapital(c);
                capitals += capital ? 1 : 0;
                cased += capital || Character.isLowerCase(c) ? 1 : 0;
            }
            letters += cased;
            upper += capitals;
            if (capitals == cased && cased >= LONG_WORD) {
                longWords++;
                shoutedWords += isAbbreviation(text, from, to) ? 0 : 1;
            }
        }

        private static boolean isAbbreviation(String text, int from, int to) {
            return ABBREVIATIONS.contains(text.substring(from, to));
        }

        private static boolean isCapital(int c) {
            return Character.isUpperCase(c) || Character.isTitleCase(c);
        }
    }
}
