package org.tripostal.engine.compile;

import java.util.regex.Pattern;

/**
 * The executable model cannot hold an annotation of several values, such as {@code @because(en = "…", fr = "…")}. Its sentences are read
 * from the parsed source, and the compiler gets the source without them, line by line as it was.
 */
public final class BecauseAnnotations {

    private static final String STRING = "\"(?:\\\\.|[^\"\\\\])*\"";
    private static final Pattern STRING_COMMENT_OR_BECAUSE = Pattern.compile(
            "(?s)//[^\\n]*|/\\*.*?\\*/|(@because\\s*\\((?:[^\"()]|" + STRING + ")*\\))|" + STRING);

    private BecauseAnnotations() {}

    /** The source with each {@code @because} replaced by blanks; every other character stays where it was. */
    public static String blanked(String drl) {
        return STRING_COMMENT_OR_BECAUSE
                .matcher(drl)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : found.group().replaceAll("[^\\r\\n]", " ")));
    }
}
