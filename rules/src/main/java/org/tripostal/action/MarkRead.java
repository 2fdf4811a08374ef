package org.tripostal.action;

/**
 * Mark the message as read.
 *
 * @example {@code insert(new MarkRead());}
 */
public record MarkRead() implements Action {}
