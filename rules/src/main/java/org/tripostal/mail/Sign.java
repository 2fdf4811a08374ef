package org.tripostal.mail;

/**
 * Something about a message that came that speaks for spam, or against it, found in its text, its HTML, its links or its sender. A message holds each
 * kind at most once. Which rule makes what of it, and how much it weighs, stands in the pack {@code spam}.
 *
 * @param kind what it is, for example {@code known-organisation}
 * @param detail the words or the place that it was found in, for a sentence; may be empty
 * @param other a second such, where the sentence needs one; may be empty
 */
public record Sign(String kind, String detail, String other) {}
