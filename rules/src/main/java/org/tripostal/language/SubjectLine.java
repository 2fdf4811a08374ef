package org.tripostal.language;

import java.util.regex.Pattern;

/** What a subject says, apart from the marks that programs put before it. */
public final class SubjectLine {

    private static final Pattern MARKS =
            Pattern.compile("(?i)^(?:\\s*(?:(?:re|r|ref|réf|tr|fw|fwd|aw|wg)(?:\\[\\d+\\])?\\s*:|\\[[^\\]]*\\]))+\\s*");

    private SubjectLine() {}

    /** The subject without {@code Re:}, {@code Fwd:}, {@code TR:} and the like, and without {@code [list tags]} at its start. */
    public static String withoutMarks(String subject) {
        return MARKS.matcher(subject).replaceFirst("").strip();
    }
}
