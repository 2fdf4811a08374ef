package org.tripostal.language;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The block of header fields above a quote without marks, as Outlook and others write it: From, Sent, To, Subject, a line each that may be broken, in the
 * language of the program.
 */
final class HeaderBlock {

    private enum Field { FROM, SENT, DATE, TO, SUBJECT }

    private static final int LONGEST = 16;
    private static final int FEWEST_FIELDS = 3;
    private static final Map<Field, Pattern> NAMES = Words.table("header-names.txt").entrySet().stream().collect(Collectors.toMap(
            entry -> Field.valueOf(entry.getKey()),
            entry -> Pattern.compile("^[*_>\\s]*(?:" + entry.getValue() + ")[*_\\s]*:[*_]*(?:\\s.*|)$")));

    private HeaderBlock() {}

    static boolean startsAt(Lines lines, int start) {
        if (field(lines.folded(start)) == null) {
            return false;
        }
        Set<Field> found = EnumSet.noneOf(Field.class);
        boolean address = false;
        int blanks = 0;
        for (int i = start; i < lines.size() && i < start + LONGEST && blanks < 2; i++) {
            if (lines.blank(i)) {
                blanks++;
                continue;
            }
            Field field = field(lines.folded(i));
            if (field == null && blanks > 0) {
                break;
            }
            if (field != null) {
                found.add(field);
                blanks = 0;
                address |= field == Field.FROM && lines.folded(i).contains("@");
            }
        }
        boolean sender = found.contains(Field.FROM) && (found.size() >= FEWEST_FIELDS || address && found.size() >= FEWEST_FIELDS - 1);
        return sender && (found.contains(Field.SUBJECT) || address || found.contains(Field.SENT));
    }

    private static Field field(String line) {
        if (line.indexOf(':') < 0) {
            return null; // so with most lines, and at once
        }
        for (Map.Entry<Field, Pattern> name : NAMES.entrySet()) {
            Matcher matcher = name.getValue().matcher(line);
            if (matcher.matches()) {
                return name.getKey();
            }
        }
        return null;
    }
}
