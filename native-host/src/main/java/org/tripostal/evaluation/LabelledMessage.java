package org.tripostal.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message with what somebody says of it.
 *
 * @param id its name in the report
 * @param language the language that its label names, for example {@code fr}
 * @param kind the kind of mail that its label names
 * @param writer the addresses of the person who sends it
 * @param mail the message (RFC 5322)
 * @param original the message that it answers, where the label holds one
 * @param truth by code, whether a finding is due; a code that is not there was not labelled
 */
public record LabelledMessage(
        String id, String language, String kind, Set<String> writer, byte[] mail, Optional<byte[]> original, Map<String, Boolean> truth) {

    /** The Message-ID of every original, without its brackets. */
    public static final String ORIGINAL_ID = "original@labelled.invalid";
}
