package org.tripostal.sign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The phrases that phishing and fraud speak in, by theme ({@code phrases.txt}): {@code theme: phrase}, in words without accents; a star at the end of a
 * word stands for any ending. Matching goes through a text once.
 */
final class Phrases {

    static final Phrases BUILT_IN = new Phrases(Table.lines("phrases.txt"));

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final Map<String, Node> stems = new HashMap<>();
        private final Set<String> beginnings = new HashSet<>();
        private String theme;
    }

    private static final int SHORTEST_STEM = 3;

    private static final int BEGINNINGS = 1 << 12;

    private final Node root = new Node();
    /** By their first letters, with which phrases begin: most words are told from them at a glance. */
    private final boolean[] begins = new boolean[BEGINNINGS];

    private Phrases(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            Node node = root;
            for (String word : line.substring(colon + 1).strip().split(" ")) {
                if (word.endsWith("*")) {
                    node.beginnings.add(word.substring(0, SHORTEST_STEM));
                }
                node = word.endsWith("*")
                        ? node.stems.computeIfAbsent(word.substring(0, word.length() - 1), key -> new Node())
                        : node.next.computeIfAbsent(word, key -> new Node());
            }
            node.theme = line.substring(0, colon).strip();
            begins[beginning(line.substring(colon + 1).strip())] = true;
        }
    }

    /** Tells each phrase found with its theme. */
    void find(List<String> words, BiConsumer<String, String> found) {
        for (int start = 0; start < words.size(); start++) {
            if (begins[beginning(words.get(start))]) {
                follow(root, words, start, start, found);
            }
        }
    }

    /** A number for the letters with which the first word begins: the same for a stem and for all that it is the stem of. */
    private static int beginning(String words) {
        int number = 0;
        for (int i = 0; i < SHORTEST_STEM && i < words.length() && words.charAt(i) != ' '; i++) {
            number = 31 * number + words.charAt(i);
        }
        return number & BEGINNINGS - 1;
    }

    private static void follow(Node node, List<String> words, int start, int at, BiConsumer<String, String> found) {
        if (node.theme != null) {
            found.accept(node.theme, String.join(" ", words.subList(start, at)));
        }
        if (at >= words.size()) {
            return;
        }
        String word = words.get(at);
        Node next = node.next.get(word);
        if (next != null) {
            follow(next, words, start, at + 1, found);
        }
        if (!node.stems.isEmpty() && word.length() >= SHORTEST_STEM && node.beginnings.contains(word.substring(0, SHORTEST_STEM))) {
            for (int length = Math.min(word.length(), 14); length >= SHORTEST_STEM; length--) {
                Node stem = node.stems.get(word.substring(0, length));
                if (stem != null) {
                    follow(stem, words, start, at + 1, found);
                }
            }
        }
    }

    /** The words of a folded text: letters and digits; signs of money are words. */
    static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                start = start < 0 ? i : start;
            } else {
                if (start >= 0) {
                    words.add(folded.substring(start, i));
                    start = -1;
                }
                if (c == '$' || c == '€' || c == '£') {
                    words.add(String.valueOf(c));
                }
            }
        }
        return words;
    }
}
