package org.tripostal.settings;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Something in a file of the user's that could not be taken. All else in the file stays in force.
 *
 * @param file the file's path
 * @param line the line, from 1; 0 where no single line is to blame
 * @param message what is wrong, a sentence in the user's language
 * @param remedy what to do about it
 */
@JsonPropertyOrder({"file", "line", "message", "remedy"})
public record Problem(String file, int line, String message, String remedy) {

    /** As compilers write it: {@code file:line: message remedy}. */
    public String shown() {
        return file + ":" + (line > 0 ? line + ":" : "") + " " + message + " " + remedy;
    }
}
