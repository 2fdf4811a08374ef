package org.tripostal.journal;

/** The journal cannot be read or written. The message names the file. */
public final class JournalException extends Exception {

    private static final long serialVersionUID = 1L;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
