package org.tripostal.evaluation;

/** A line that is no labelled message. */
public final class LabelException extends Exception {

    private static final long serialVersionUID = 1L;

    LabelException(String reason) {
        super(reason);
    }
}
