package org.tripostal.action;

/**
 * Give the message a star.
 *
 * @example {@code insert(new Flag());}
 */
public record Flag() implements Action {}
