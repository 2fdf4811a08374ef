package org.tripostal.engine;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with {@code {names}} in it that are replaced by values. {@code {total:bytes}} writes a number of bytes as a person reads it:
 * {@code 6.2 MB} in English, {@code 6,2 Mo} in French. {@code {count:file|files}} writes a number and the word that goes with it: {@code 1 file}, {@code 2 files}.
 */
public final class Template {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)(?::(\\p{L}+)(?:\\|(\\p{L}+))?)?\\}");
    private static final Pattern BEFORE_A_MARK = Pattern.compile(" ([:;!?%»])");
    private static final long KIB = 1024;

    private Template() {}

    /**
     * The sentence with its values.
     *
     * @param template the sentence
     * @param values the value of a name, or null where there is none: the name then stays as it stands
     * @param locale how numbers are written
     */
    public static String fill(String template, Function<String, Object> values, Locale locale) {
        String sentence = isFrench(locale) ? frenchSpaces(template) : template;
        int open = sentence.indexOf('{');
        if (open < 0) {
            return sentence;
        }
        StringBuilder filled = new StringBuilder(sentence.length());
        Matcher name = NAME.matcher(sentence);
        int done = 0;
        for (; open >= 0; open = sentence.indexOf('{', Math.max(done, open + 1))) {
            if (name.region(open, sentence.length()).lookingAt()) {
                filled.append(sentence, done, open).append(value(name, values, locale));
                done = name.end();
            }
        }
        return filled.append(sentence, done, sentence.length()).toString();
    }

    private static String value(MatchResult found, Function<String, Object> values, Locale locale) {
        Object value = values.apply(found.group(1));
        if (value == null) {
            return found.group();
        }
        if ("bytes".equals(found.group(2)) && value instanceof Number bytes) {
            return bytes(bytes.longValue(), locale);
        }
        if (value instanceof Number number && found.group(3) != null) {
            return NumberFormat.getInstance(locale).format(number) + " " + found.group(isOne(number.doubleValue(), locale) ? 2 : 3);
        }
        if (value instanceof Number number) {
            return NumberFormat.getInstance(locale).format(number);
        }
        return String.valueOf(value);
    }

    /** Whether a number has its word in the singular: in French whatever is less than two, in English 1 alone. */
    private static boolean isOne(double number, Locale locale) {
        return isFrench(locale) ? Math.abs(number) < 2 : number == 1;
    }

    private static boolean isFrench(Locale locale) {
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage());
    }

    /** French sets a space before : ; ! ? % and inside « », at which a line must not break. */
    private static String frenchSpaces(String sentence) {
        return BEFORE_A_MARK.matcher(sentence).replaceAll("\u00A0$1").replace("« ", "«\u00A0");
    }

    private static String bytes(long bytes, Locale locale) {
        boolean french = isFrench(locale);
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        if (bytes >= KIB * KIB) {
            return format.format((double) bytes / (KIB * KIB)) + (french ? " Mo" : " MB");
        }
        format.setMaximumFractionDigits(0);
        return bytes >= KIB
                ? format.format((double) bytes / KIB) + (french ? " Ko" : " kB")
                : format.format(bytes) + (french ? " octets" : " bytes");
    }
}
