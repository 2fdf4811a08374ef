package org.tripostal.action;

/** Mark the message as junk and move it to the junk folder. */
public record MarkJunk() implements Placement {}
