package org.tripostal.action;

/**
 * Take a junk mark away.
 *
 * @example {@code insert(new MarkNotJunk());}
 */
public record MarkNotJunk() implements Action {}
