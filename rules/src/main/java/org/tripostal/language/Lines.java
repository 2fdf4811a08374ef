package org.tripostal.language;

import java.util.List;

/** The lines of a text, each as it stands and {@linkplain Words#folded folded}, in which form words are looked for. */
final class Lines {

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

    /** The line in lower case, without accents, without white space around it. */
    String folded(int i) {
        if (folded[i] == null) {
            folded[i] = Words.folded(raw.get(i)).strip();
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
