package org.tripostal.action;

/**
 * Add a tag.
 *
 * @example {@code insert(new AddTag("Urgent"));}
 * @param tag the tag's name as a person reads it, for example {@code Urgent}; it is made where it is missing
 */
public record AddTag(String tag) implements Action {}
