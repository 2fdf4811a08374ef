package org.tripostal.action;

/** Give the message a star. */
public record Flag() implements Action {}
