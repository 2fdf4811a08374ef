package org.tripostal.action;

/**
 * Mark the message as junk and move it to the junk folder.
 *
 * @example {@code insert(new MarkJunk());}
 */
public record MarkJunk() implements Placement {}
