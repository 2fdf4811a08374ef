package org.tripostal.action;

/** Mark the message as read. */
public record MarkRead() implements Action {}
