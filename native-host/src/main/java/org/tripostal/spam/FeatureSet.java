package org.tripostal.spam;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The hashed features of one message, in the order in which they are met. What each of them was is told afterwards, where that is wanted: it is kept as the places of its
 * words in one array, since of some thousand only a few are asked for.
 */
final class FeatureSet {

    /** Features of a message beyond this number are left out: a message of 50 MB weighs no more than a long one. */
    static final int MOST = 6_000;

    /** Marks a pair of words. */
    private static final int PAIR = 0x80000000;

    /** Marks the site of the server that put the message into its mailbox: it says whose mailbox it is, and nothing of spam. */
    static final int PLACE = 0x40000000;

    /** Marks a sign ({@link org.tripostal.mail.Sign}), of which a message has few: each counts for more than a word. */
    static final int SIGN = 0x20000000;

    private static final int SINGLE = 0x1FFFFFFF;

    private static final int USUAL = 1024;
    private static final int NONE = -1;

    private final boolean telling;
    private int[] hashes = new int[USUAL];
    private int count;

    /** Of each feature where it was found, and which words it was: the second is {@link #NONE} where it was one. */
    private String[] kinds;
    private int[] firsts;
    private int[] seconds;

    /** The words one behind the other, and where each of them ends. */
    private char[] letters;
    private int[] ends;
    private int words;

    /** @param telling whether it will be asked what the features were */
    FeatureSet(boolean telling) {
        this.telling = telling;
        if (telling) {
            kinds = new String[USUAL];
            firsts = new int[USUAL];
            seconds = new int[USUAL];
            letters = new char[8 * USUAL];
            ends = new int[USUAL];
        }
    }

    /** Whether a feature is the site of the server that put the message into its mailbox. */
    static boolean isPlace(int feature) {
        return feature > 0 && (feature & PLACE) != 0;
    }

    /** Whether a feature is a sign. */
    static boolean isSign(int feature) {
        return feature > 0 && (feature & SIGN) != 0;
    }

    /** Is told features as words, for an explanation. */
    interface Names {
        /**
         * @param kind where it was found: empty for the text
         * @param value a word, a pair of words, or a trait
         */
        void name(int hash, String kind, String value);
    }

    /**
     * Adds a trait.
     *
     * @param kind where it was found
     * @param mark {@link #PLACE}, {@link #SIGN}, or 0
     */
    void add(String kind, String value, int mark) {
        if (value.isEmpty()) {
            return;
        }
        int hash = 0x811C9DC5;
        for (int i = 0; i < kind.length(); i++) {
            hash = (hash ^ kind.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ ':') * 0x01000193;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x01000193;
        }
        add(mixed(hash) & SINGLE | mark, kind, word(value.toCharArray(), value.length()), NONE);
    }

    /**
     * Keeps a word, so that features can be told that are made of it.
     *
     * @param from the word stands at its beginning
     * @return which it is
     */
    int word(char[] from, int length) {
        if (!telling || count >= MOST) {
            return NONE;
        }
        int start = start(words);
        if (start + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(2 * letters.length, start + length));
        }
        if (words == ends.length) {
            ends = Arrays.copyOf(ends, 2 * words);
        }
        System.arraycopy(from, 0, letters, start, length);
        ends[words] = start + length;
        return words++;
    }

    private int start(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }

    /** Adds a word, by the hash of it and of its kind. @param word which it is */
    void addWord(int hash, String kind, int word) {
        add(mixed(hash) & SINGLE, kind, word, NONE);
    }

    /** Adds two words that stand next to each other. */
    void addPair(int before, int hash, String kind, int wordBefore, int word) {
        add(mixed((before * 31 + hash) * 31 + 1) | PAIR, kind, wordBefore, word);
    }

    private void add(int hash, String kind, int first, int second) {
        if (count >= MOST) {
            return;
        }
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            if (telling) {
                kinds = Arrays.copyOf(kinds, count * 2);
                firsts = Arrays.copyOf(firsts, count * 2);
                seconds = Arrays.copyOf(seconds, count * 2);
            }
        }
        if (telling) {
            kinds[count] = kind;
            firsts[count] = first;
            seconds[count] = second;
        }
        hashes[count++] = hash;
    }

    /** The last step of MurmurHash3: every bit of the result depends on all. */
    private static int mixed(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    /** Each once, ascending. */
    int[] distinct() {
        int[] sorted = Arrays.copyOf(hashes, count);
        Arrays.sort(sorted);
        int kept = 0;
        for (int hash : sorted) {
            if (kept == 0 || hash != sorted[kept - 1]) {
                sorted[kept++] = hash;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    /** Tells those that are wanted, in the order in which they stand in the message, as often as they do. */
    void tell(IntPredicate wanted, Names names) {
        for (int i = 0; i < count; i++) {
            if (wanted.test(hashes[i])) {
                String first = said(firsts[i]);
                names.name(hashes[i], kinds[i], seconds[i] == NONE ? first : first + " " + said(seconds[i]));
            }
        }
    }

    private String said(int word) {
        return new String(letters, start(word), ends[word] - start(word));
    }
}
