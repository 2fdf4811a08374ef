package org.tripostal.language;

import java.util.List;

/** The lines of a text, each as it stands and {@linkplain Words#folded folded}, in which form words are looked for. */
final class Lines {

    /** No program writes longer lines than this of its own. */
    private static final int LONGEST = 600;

    private final List<String> raw;
    private final String[] folded;

    Lines(List<String> raw) {
        this.raw = raw;
        this.folded = new String[raw.size()];
    }

    int size() {
        return raw.size();
    }

    String raw(int i) {
        return raw.get(i);
    }

    /** The line in lower case, without accents, without white space around it; of one that is longer than any program's, the beginning. */
    String folded(int i) {
        if (folded[i] == null) {
            String line = raw.get(i).strip();
            folded[i] = Words.folded(line.substring(0, Math.min(line.length(), LONGEST))).strip();
        }
        return folded[i];
    }

    boolean blank(int i) {
        return raw.get(i).isBlank();
    }

    /** The first line from here on that is not blank; {@link #size} where there is none. */
    int written(int from) {
        int i = from;
        while (i < size() && blank(i)) {
            i++;
        }
        return i;
    }
}
