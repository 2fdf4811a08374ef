package org.tripostal.action;

/**
 * Leave the message where it is, whatever else wants to move it. The strongest of all placements.
 *
 * @example {@code insert(new Keep());}
 */
public record Keep() implements Placement {}
