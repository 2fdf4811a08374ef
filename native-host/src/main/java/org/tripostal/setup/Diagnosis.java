package org.tripostal.setup;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What one look brought to light.
 *
 * @param subject what was looked at, for example {@code manifest}
 * @param state {@code ok}, {@code warning} (works, but not as it should) or {@code error} (does not work)
 * @param says what was seen, a sentence in the user's language
 * @param remedy what to do about it; empty where all is well
 */
@JsonPropertyOrder({"subject", "state", "says", "remedy"})
public record Diagnosis(String subject, State state, String says, String remedy) {

    /** How well something is. */
    public enum State {
        ok,
        warning,
        error
    }
}
