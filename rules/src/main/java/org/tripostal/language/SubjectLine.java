package org.tripostal.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a subject says, apart from the marks that programs put before it. */
public final class SubjectLine {

    private static final Pattern MARK =
            Pattern.compile("(?iu)\\G\\s*+(?:(?:re|r|ref|réf|tr|fw|fwd|aw|wg)(?:\\[\\d{1,9}\\])?\\s*+:|\\[[^\\]]*+\\])");

    private SubjectLine() {}

    /** The subject without {@code Re:}, {@code Fwd:}, {@code TR:} and the like, and without {@code [list tags]} at its start. */
    public static String withoutMarks(String subject) {
        // One mark after another, instead of a pattern that repeats: a subject of thousands of marks would overflow the stack.
        Matcher mark = MARK.matcher(subject);
        int end = 0;
        while (mark.find()) {
            end = mark.end();
        }
        return subject.substring(end).strip();
    }
}
