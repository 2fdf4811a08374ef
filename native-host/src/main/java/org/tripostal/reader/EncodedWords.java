package org.tripostal.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words (RFC 2047) as programs make them that split a text by its length: a character may begin in one word and end in the next, though section 5 forbids it.
 * Thunderbird puts such words together before it decodes them; what this makes of a text, any decoder reads.
 */
final class EncodedWords {

    /** Two words with nothing but space between them, of the same charset and encoding. In base64 the first must not end within a group of four. */
    private static final Pattern SPLIT = Pattern.compile("=\\?([^?\\s]+)\\?([bq])\\?([^?\\s]*)\\?=\\s++=\\?\\1\\?\\2\\?", Pattern.CASE_INSENSITIVE);

    /** Without a byte order mark this is little-endian by the WHATWG Encoding Standard; Java takes it for big-endian. */
    private static final Pattern UTF_16 = Pattern.compile("=\\?utf-16\\?(?!b\\?/v8|b\\?//4|q\\?=FE=FF|q\\?=FF=FE)", Pattern.CASE_INSENSITIVE);

    private static final String BEGIN = "=?";

    private EncodedWords() {}

    /** With words put together that belong together. */
    static String joined(String value) {
        String text = namesUtf16(value) ? UTF_16.matcher(value).replaceAll("=?UTF-16LE?") : value;
        if (text.indexOf(BEGIN) == text.lastIndexOf(BEGIN)) {
            return text; // a single word has none to be put together with
        }
        Matcher split = SPLIT.matcher(text);
        StringBuilder joined = new StringBuilder(text.length());
        int done = 0;
        int from = 0;
        while (split.find(from)) {
            boolean whole = split.group(2).equalsIgnoreCase("q") || split.group(3).length() % 4 == 0 && !split.group(3).endsWith("=");
            int end = split.end(3);
            joined.append(text, done, end);
            done = whole ? split.end() : end;
            from = end;
        }
        return joined.append(text, done, text.length()).toString();
    }

    /** Hardly any does. */
    private static boolean namesUtf16(String value) {
        for (int at = value.indexOf(BEGIN); at >= 0; at = value.indexOf(BEGIN, at + 1)) {
            if (value.regionMatches(true, at + BEGIN.length(), "utf-16?", 0, 7)) {
                return true;
            }
        }
        return false;
    }
}
