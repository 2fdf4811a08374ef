package org.tripostal.engine;

/** A rule threw an exception or did not come to an end. The message names the rule. */
public final class RuleFailure extends Exception {

    private static final long serialVersionUID = 1L;

    RuleFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
