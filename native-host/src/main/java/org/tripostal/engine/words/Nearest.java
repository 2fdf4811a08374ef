package org.tripostal.engine.words;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which sentences a person may have meant: those that share the most pairs of letters with what he wrote (Dice's coefficient). */
final class Nearest {

    private static final int MOST = 3;
    private static final double ALIKE = 0.3;

    private Nearest() {}

    /** Up to three of the sentences, the nearest first; none where none is like it. */
    static List<String> to(String written, List<String> sentences) {
        Set<String> pairs = pairs(written);
        return sentences.stream()
                .distinct()
                .filter(sentence -> likeness(pairs, pairs(sentence)) >= ALIKE)
                .sorted(Comparator.comparing((String sentence) -> likeness(pairs, pairs(sentence))).reversed())
                .limit(MOST)
                .toList();
    }

    private static double likeness(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        return 2.0 * shared / Math.max(1, one.size() + other.size());
    }

    /** Pairs of neighbouring letters within words, without accents and what stands in quotation marks. */
    private static Set<String> pairs(String sentence) {
        String plain = Normalizer.normalize(sentence.replaceAll("\"[^\"]*\"", " "), Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            if (Character.isLetter(plain.charAt(i)) && Character.isLetter(plain.charAt(i + 1))) {
                pairs.add(plain.substring(i, i + 2));
            }
        }
        return pairs;
    }
}
