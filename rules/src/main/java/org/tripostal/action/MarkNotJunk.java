package org.tripostal.action;

/** Take a junk mark away. */
public record MarkNotJunk() implements Action {}
