package org.tripostal.action;

/**
 * Show a desktop notification.
 *
 * @param text what it says
 */
public record Notify(String text) implements Action {}
