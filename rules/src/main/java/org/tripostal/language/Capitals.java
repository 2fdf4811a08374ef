package org.tripostal.language;

import java.util.regex.Pattern;

/**
 * How much of a text is in capitals. Only letters that have a case count, so that Chinese or Arabic text neither shouts nor whispers.
 *
 * @param letters how many letters with a case there are
 * @param upper how many of them are capitals
 * @param longWords how many words of four letters and more are wholly in capitals
 */
public record Capitals(int letters, int upper, int longWords) {

    private static final int LONG_WORD = 4;
    // Tried at the start of each word only, and without going back: a long text without spaces takes no longer than any other.
    private static final Pattern ADDRESSES = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S++|(?<!\\S)[^\\s@]++@\\S++");

    /** The capitals of a text as it stands. */
    public static Capitals of(String text) {
        int letters = 0;
        int upper = 0;
        int longWords = 0;
        int wordLetters = 0;
        boolean wordShouts = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                boolean capital = Character.isUpperCase(c) || Character.isTitleCase(c);
                if (capital || Character.isLowerCase(c)) {
                    letters++;
                    wordLetters++;
                    upper += capital ? 1 : 0;
                    wordShouts &= capital;
                }
            } else {
                longWords += wordShouts && wordLetters >= LONG_WORD ? 1 : 0;
                wordLetters = 0;
                wordShouts = true;
            }
        }
        longWords += wordShouts && wordLetters >= LONG_WORD ? 1 : 0;
        return new Capitals(letters, upper, longWords);
    }

    /** The capitals of running text: addresses of pages and of people are left out, since nobody chose their case. */
    public static Capitals ofText(String text) {
        return of(ADDRESSES.matcher(text).replaceAll(" "));
    }

    /** The share of capitals among the letters, 0 to 1; 0 where there is no letter. */
    public double share() {
        return letters == 0 ? 0 : (double) upper / letters;
    }

    /** The share of capitals as a whole number, 0 to 100. */
    public int percent() {
        return (int) Math.round(share() * 100);
    }
}
