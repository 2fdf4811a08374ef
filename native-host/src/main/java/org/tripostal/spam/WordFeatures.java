package org.tripostal.spam;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The words of one kind of text, and the pairs of words that stand next to each other. Where an address of a page stands in the text, where it leads; of an address of a
 * person nothing.
 */
final class WordFeatures {

    /** Letters of a word that are looked at. */
    private static final int LONGEST = 300;

    /** A longer word is no word: one stands for all. */
    private static final int LONGEST_WORD = 24;
    private static final String LONG = "long";

    /** Of a number only how many digits it has counts: {@code #3}. */
    private static final char NUMBER = '#';
    private static final int MOST_DIGITS = 8;

    private static final boolean[] OF_WORDS = new boolean[0x80];

    static {
        for (char c = 0; c < OF_WORDS.length; c++) {
            OF_WORDS[c] = Character.isLetterOrDigit(c) || c == '\'' || c == '-';
        }
    }

    private final FeatureSet features;
    private final String kind;
    private final LeftOut leftOut;
    private final Consumer<String> link;
    private final char[] word = new char[LONGEST];
    private int length;
    private int before;
    private int wordBefore;

    /**
     * @param features where they go
     * @param kind where the text stands
     * @param link is told what follows {@code http://}
     */
    WordFeatures(FeatureSet features, String kind, LeftOut leftOut, Consumer<String> link) {
        this.features = features;
        this.kind = kind;
        this.leftOut = leftOut;
        this.link = link;
    }

    /** Words that say nothing of spam: names of days and months, and what the receiver's own addresses are made of. */
    static final class LeftOut {

        private static final Set<String> CALENDAR = Set.of(
                "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "january",
                "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun",
                "jul", "aug", "sep", "sept", "oct", "nov", "dec", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "janvier",
                "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre");

        private static final int SHORTEST_OWN = 4;
        private static final int HASHES = 1024;
        private static final boolean[] OF_CALENDAR = new boolean[HASHES];

        static {
            CALENDAR.forEach(word -> OF_CALENDAR[place(word.hashCode())] = true);
        }

        private final Set<String> own = new HashSet<>();
        private final boolean[] hashes = OF_CALENDAR.clone();

        /** A part of an address of the receiver's. */
        void add(String word) {
            if (word.length() >= SHORTEST_OWN && own.add(word)) {
                hashes[place(word.hashCode())] = true;
            }
        }

        /** Most words are told by their hash alone, before they are made a text. */
        private boolean holds(char[] word, int size, int hash) {
            if (!hashes[place(hash)]) {
                return false;
            }
            String text = new String(word, 0, size);
            return CALENDAR.contains(text) || own.contains(text);
        }

        private static int place(int hash) {
            return hash & HASHES - 1;
        }
    }

    /** @param longest characters that are looked at */
    void read(String text, int longest) {
        int to = Math.min(text.length(), longest);
        boolean number = false;
        for (int i = 0; i <= to; i++) {
            char c = i < to ? text.charAt(i) : ' ';
            if (c < 0x80 ? OF_WORDS[c] : Character.isLetterOrDigit(c) || Character.isSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                if (length == 0) {
                    number = true;
                }
                if (c >= '0' && c <= '9') {
                    put(c);
                } else {
                    number = false;
                    put(c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c));
                }
            } else if (c == ':' && i + 2 < to && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/' && isHttp()) {
                length = 0;
                link.accept(text.substring(i + 3, Math.min(to, i + 303)));
                i += 3;
                while (i < to && text.charAt(i) > ' ' && text.charAt(i) != '>' && text.charAt(i) != '"') {
                    i++;
                }
            } else if (c == '@' && length > 0) {
                // an address: the domain says enough
                length = 0;
                int end = i + 1;
                while (end < to && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == '-')) {
                    end++;
                }
                i = end - 1;
            } else if (c == '$' || c == '€' || c == '£' || c == '!' || c == '%') {
                end(number);
                put(c);
                end(false);
            } else {
                end(number);
            }
        }
    }

    private void put(char c) {
        if (length < LONGEST) {
            word[length++] = c;
        }
    }

    private boolean isHttp() {
        return (length == 4 || length == 5 && word[4] == 's') && word[0] == 'h' && word[1] == 't' && word[2] == 't' && word[3] == 'p';
    }

    private void end(boolean number) {
        if (length == 0) {
            return;
        }
        boolean single = length > 1 || number; // a letter by itself says nothing, but beside another word
        int size = number ? number() : length > LONGEST_WORD ? tooLong() : length;
        length = 0;
        int of = hash(size);
        if (!number && leftOut.holds(word, size, of)) {
            return;
        }
        int hash = kind.hashCode() * 31 + of;
        int now = features.word(word, size);
        if (single) {
            features.addWord(hash, kind, now);
        }
        if (before != 0) {
            features.addPair(before, hash, kind, wordBefore, now);
        }
        before = hash;
        wordBefore = now;
    }

    private int number() {
        word[0] = NUMBER;
        word[1] = (char) ('0' + Math.min(length, MOST_DIGITS));
        return 2;
    }

    private int tooLong() {
        LONG.getChars(0, LONG.length(), word, 0);
        return LONG.length();
    }

    /** As {@link String#hashCode} makes it: what was learned before stays right. */
    private int hash(int size) {
        int hash = 0;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + word[i];
        }
        return hash;
    }
}
