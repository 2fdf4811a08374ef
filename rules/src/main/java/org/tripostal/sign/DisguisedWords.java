package org.tripostal.sign;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Words of unsolicited mail ({@code disguised-words.txt}) that are misspelt so that a person reads them and a filter does not: {@code w4tches}, {@code xanaax}. */
final class DisguisedWords {

    private static final Set<String> WORDS = new HashSet<>();
    private static final Set<String> NAMES = new HashSet<>();

    static {
        for (String line : Table.lines("disguised-words.txt")) {
            String word = line.endsWith("*") ? line.substring(0, line.length() - 1) : line;
            WORDS.add(word);
            if (line.endsWith("*")) {
                NAMES.add(word);
            }
        }
    }

    private static final int SHORTEST = 3;
    private static final int LONGEST = 16;

    private DisguisedWords() {}

    /** Those among the words of a folded text, each once. */
    static Set<String> in(List<String> words) {
        Set<String> found = new TreeSet<>();
        for (String word : words) {
            if (word.length() >= SHORTEST && word.length() <= LONGEST && isDisguised(word)) {
                found.add(word);
            }
        }
        return found;
    }

    private static boolean isDisguised(String word) {
        boolean digit = false;
        boolean letter = false;
        boolean twice = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            digit |= c >= '0' && c <= '9';
            letter |= c > '9';
            twice |= i > 0 && c == word.charAt(i - 1);
        }
        if (!letter || !digit && !twice) {
            return false;
        }
        if (!digit) {
            return NAMES.contains(once(word));
        }
        String withI = letters(word, 'i');
        String withL = letters(word, 'l');
        return WORDS.contains(withI) || WORDS.contains(withL) || twice && (NAMES.contains(once(withI)) || NAMES.contains(once(withL)));
    }

    private static String letters(String word, char forOne) {
        return word.replace('0', 'o').replace('1', forOne).replace('3', 'e').replace('4', 'a').replace('5', 's');
    }

    private static String once(String word) {
        StringBuilder once = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                once.append(word.charAt(i));
            }
        }
        return once.toString();
    }
}
