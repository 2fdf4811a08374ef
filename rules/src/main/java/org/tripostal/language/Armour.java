package org.tripostal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** PGP armour (RFC 9580, section 6.2) and the cleartext signature framework (section 7): what is signed is text, all else is not. */
final class Armour {

    private static final Pattern BEGIN = Pattern.compile("^-----BEGIN PGP ([A-Z ]+?)-----\\s*$");
    private static final Pattern END = Pattern.compile("^-----END PGP [A-Z ]+-----\\s*$");
    private static final String SIGNED = "SIGNED MESSAGE";

    private Armour() {}

    /** The text without armour; lines that signing made begin with {@code "- "} begin as they did before. */
    static String without(String text) {
        if (!text.contains("-----BEGIN PGP ")) {
            return text;
        }
        List<String> kept = new ArrayList<>();
        List<String> lines = text.lines().toList();
        boolean signed = false;
        for (int i = 0; i < lines.size(); i++) {
            var begin = BEGIN.matcher(lines.get(i));
            if (!begin.matches()) {
                kept.add(signed && lines.get(i).startsWith("- ") ? lines.get(i).substring(2) : lines.get(i));
            } else if (begin.group(1).equals(SIGNED)) {
                signed = true;
                i = lastHeaderLine(lines, i);
            } else {
                signed = false;
                i = last(lines, i);
            }
        }
        return String.join("\n", kept);
    }

    /** The empty line below "Hash: …". */
    private static int lastHeaderLine(List<String> lines, int begin) {
        int i = begin;
        while (i + 1 < lines.size() && lines.get(i + 1).matches("[A-Za-z-]{2,20}: .*")) {
            i++;
        }
        return i + 1 < lines.size() && lines.get(i + 1).isBlank() ? i + 1 : i;
    }

    private static int last(List<String> lines, int begin) {
        for (int i = begin; i < lines.size(); i++) {
            if (END.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size() - 1;
    }
}
