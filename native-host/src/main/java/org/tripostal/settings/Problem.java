package org.tripostal.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Something in a file of the user's that could not be taken. All else in the file stays in force.
 *
 * @param file the file's path
 * @param line the line, from 1; 0 where no single line is to blame
 * @param message what is wrong, a sentence in the user's language
 * @param remedy what to do about it
 * @param column the column, from 1; 0 where it is not known
 * @param source the line as it stands in the file; empty where it is not shown
 */
@JsonPropertyOrder({"file", "line", "column", "source", "message", "remedy"})
public record Problem(
        String file, int line, String message, String remedy, @JsonInclude(JsonInclude.Include.NON_DEFAULT) int column,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String source) {

    /** Without column and source line. */
    public Problem(String file, int line, String message, String remedy) {
        this(file, line, message, remedy, 0, "");
    }

    /** The same with one sentence more of what to do, or to know. */
    public Problem and(String sentence) {
        return new Problem(file, line, message, remedy + " " + sentence, column, source);
    }

    /** As compilers write it: {@code file:line:column: message remedy}, and below it the source line with a mark under the column. */
    public String shown() {
        String place = file + ":" + (line > 0 ? line + ":" : "") + (column > 0 ? column + ":" : "");
        String mark = column > 0 ? "\n    " + source.substring(0, Math.min(column - 1, source.length())).replaceAll("[^\t]", " ") + "^" : "";
        return place + " " + said() + (source.isEmpty() ? "" : "\n    " + source + mark);
    }

    /** Message and remedy as two sentences on one line: a message that ends with what somebody else said, a compiler for one, may have no full stop. */
    private String said() {
        String first = message.strip();
        if (remedy.isBlank()) {
            return first;
        }
        boolean ended = first.endsWith(".") || first.endsWith("?") || first.endsWith("!") || first.endsWith("…");
        return first + (ended ? " " : ". ") + remedy.strip();
    }
}
