package org.tripostal.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Word lists as resource files, and text in the form in which they are written. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Words() {}

    /** The lines of a list without comments and empty lines. */
    static List<String> list(String name) {
        try (InputStream in = Words.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pattern that finds any of these phrases at the start of a line that was {@link #folded}; the longest first. */
    static Pattern atStart(String list) {
        String phrases = list(list).stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(phrase -> Pattern.quote(phrase).replace(" ", "\\E[\\s,-]+\\Q"))
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
        return Pattern.compile("^(?:" + phrases + ")(?![a-z0-9'])");
    }

    /** A pattern that finds any of these regular expressions anywhere. */
    static Pattern anywhere(String list) {
        return Pattern.compile(list(list).stream().reduce((a, b) -> a + "|" + b).orElseThrow(), Pattern.MULTILINE);
    }

    /** The lines of a list of regular expressions as alternatives of one. */
    static String alternatives(String list) {
        return String.join("|", list(list));
    }

    /** A list of lines {@code NAME: value}, by name. */
    static Map<String, String> table(String list) {
        return list(list).stream().map(line -> line.split(":\\s*", 2)).collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }

    /** The place behind what programs and people put before a word to set it off: white space, stars, quotation marks, pictures. */
    static int afterMarks(String text, int from) {
        int place = from;
        while (place < text.length() && !Character.isLetterOrDigit(text.codePointAt(place))) {
            place += Character.charCount(text.codePointAt(place));
        }
        return place;
    }

    /** Lower case, without accents, with plain apostrophes, hyphens and spaces. */
    static String folded(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT); // there is nothing else to fold
        }
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('‑', '-')
                .replace('–', '-')
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace("œ", "oe")
                .replace("ß", "ss")
                .replace("æ", "ae");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
