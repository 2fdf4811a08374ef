package org.tripostal.spam;

/** What was learned cannot be read or written. The message names the file. */
public final class LearnerException extends Exception {

    private static final long serialVersionUID = 1L;

    LearnerException(String message, Throwable cause) {
        super(message, cause);
    }
}
