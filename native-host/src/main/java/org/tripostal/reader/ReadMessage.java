package org.tripostal.reader;

import java.util.List;

/**
 * A message as rules see it.
 *
 * @param from the author's bare address in lower case; empty where there is none
 * @param subject the subject, decoded
 * @param facts the message and what was read of it
 * @param warnings what was odd about it, in the user's language
 */
public record ReadMessage(String from, String subject, List<Object> facts, List<String> warnings) {}
