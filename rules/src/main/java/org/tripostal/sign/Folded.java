package org.tripostal.sign;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Text as it looks: letters of other scripts that look like Latin ones, mathematical alphabets, marks and accents made plain, in lower case (after
 * Unicode Technical Standard 39, "confusables", the few that mail abuses). Counts how often somebody disguised a letter inside a Latin word.
 */
final class Folded {

    private static final Map<Character, Character> LOOK_ALIKE = Map.ofEntries(
            Map.entry('а', 'a'), Map.entry('е', 'e'), Map.entry('о', 'o'), Map.entry('р', 'p'), Map.entry('с', 'c'), Map.entry('у', 'y'), Map.entry('х', 'x'),
            Map.entry('і', 'i'), Map.entry('ј', 'j'), Map.entry('ѕ', 's'), Map.entry('һ', 'h'), Map.entry('ԁ', 'd'), Map.entry('ո', 'n'), Map.entry('ᴏ', 'o'),
            Map.entry('А', 'a'), Map.entry('В', 'b'), Map.entry('Е', 'e'), Map.entry('К', 'k'), Map.entry('М', 'm'), Map.entry('Н', 'h'), Map.entry('О', 'o'),
            Map.entry('Р', 'p'), Map.entry('С', 'c'), Map.entry('Т', 't'), Map.entry('Х', 'x'), Map.entry('І', 'i'), Map.entry('Ѕ', 's'), Map.entry('Ј', 'j'),
            Map.entry('α', 'a'), Map.entry('ο', 'o'), Map.entry('ν', 'v'), Map.entry('ρ', 'p'), Map.entry('ι', 'i'), Map.entry('κ', 'k'), Map.entry('τ', 't'),
            Map.entry('Α', 'a'), Map.entry('Β', 'b'), Map.entry('Ε', 'e'), Map.entry('Ο', 'o'), Map.entry('Τ', 't'), Map.entry('Ι', 'i'), Map.entry('Ρ', 'p'),
            Map.entry('ı', 'i'), Map.entry('ɑ', 'a'), Map.entry('ɡ', 'g'), Map.entry('ℓ', 'l'));

    private final String text;
    private final int disguised;

    private Folded(String text, int disguised) {
        this.text = text;
        this.disguised = disguised;
    }

    /** The text as it looks, in lower case. */
    String text() {
        return text;
    }

    /** How many letters were disguised: a Cyrillic or Greek letter next to a Latin one, a mathematical letter, a mark of no width inside a word. */
    int disguised() {
        return disguised;
    }

    static Folded of(String text) {
        int length = text.length();
        int plain = 0;
        while (plain < length && text.charAt(plain) < 0x80) {
            plain++;
        }
        if (plain == length) {
            return new Folded(text.toLowerCase(Locale.ROOT), 0); // so with most texts
        }
        StringBuilder out = new StringBuilder(length).append(text.substring(0, plain).toLowerCase(Locale.ROOT));
        int disguised = 0;
        for (int i = plain; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
                continue;
            }
            if (c == '\u00AD' || c >= '\u200B' && c <= '\u200F' || c == '\uFEFF' || c == '\u2060' || c == '\u034F') {
                disguised += isLatin(out, out.length() - 1) && i + 1 < length && isLatinLetter(text.charAt(i + 1)) && c != '\u00AD' ? 1 : 0;
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < length) {
                int point = text.codePointAt(i);
                i++;
                if (point >= 0x1D400 && point <= 0x1D7FF) {
                    out.append(Normalizer.normalize(new String(Character.toChars(point)), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
                    disguised++;
                } else {
                    out.append(' ');
                }
                continue;
            }
            Character alike = LOOK_ALIKE.get(c);
            if (alike != null) {
                boolean amongLatin = isLatin(out, out.length() - 1) && !lastWasOther(text, i) || i + 1 < length && isLatinLetter(text.charAt(i + 1));
                if (amongLatin) {
                    out.append(alike.charValue());
                    disguised++;
                } else {
                    out.append(Character.toLowerCase(c));
                }
            } else if (c >= '\uFF21' && c <= '\uFF5A') {
                out.append(Character.toLowerCase((char) (c - 0xFEE0)));
                disguised++;
            } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
                disguised += c >= '\u0300' && c <= '\u036F' && isLatin(out, out.length() - 1) || !isLatin(out, out.length() - 1) ? 0 : 1;
            } else if (c >= '\u00C0' && c <= '\u017F') {
                out.append(Character.toLowerCase(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0)));
            } else {
                out.append(c == '\u00A0' || c == '’' ? (c == '’' ? '\'' : ' ') : Character.toLowerCase(c));
            }
        }
        return new Folded(out.toString(), disguised);
    }

    private static boolean lastWasOther(String text, int at) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        return before > 0x24F;
    }

    private static boolean isLatin(StringBuilder out, int at) {
        return at >= 0 && isLatinLetter(out.charAt(at));
    }

    private static boolean isLatinLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
