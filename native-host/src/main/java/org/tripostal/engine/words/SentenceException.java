package org.tripostal.engine.words;

/** A list of sentences that cannot be understood. The message names the list and the place. */
public final class SentenceException extends Exception {

    private static final long serialVersionUID = 1L;

    SentenceException(String message) {
        super(message);
    }
}
