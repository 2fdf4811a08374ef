package org.tripostal.action;

import java.util.Set;

/**
 * Something about a message that is about to leave, which its writer may want to know before.
 *
 * @example {@code insert(Finding.ask("leaves-the-house"));}
 * @param code what was found, for example {@code empty-subject}; the codes of the built-in rules never change meaning
 * @param severity how much it weighs
 */
public record Finding(String code, Severity severity) implements Action {

    /** What the built-in rules can find. */
    public static final Set<String> CODES = Set.of(
            "empty-subject", "shouting-subject", "shouting-body", "coloured-text", "missing-greeting", "missing-closing", "large-attachment",
            "exposed-recipients", "forgotten-attachment", "reply-not-to-all", "nobody-in-to", "repeated-recipient");

    /** A finding about which the writer is asked. */
    public static Finding ask(String code) {
        return new Finding(code, Severity.ASK);
    }

    /** A finding that is shown without stopping the message. */
    public static Finding tip(String code) {
        return new Finding(code, Severity.TIP);
    }

    /** A finding that keeps the message from leaving. */
    public static Finding block(String code) {
        return new Finding(code, Severity.BLOCK);
    }
}
