package org.tripostal.action;

/**
 * Show a desktop notification.
 *
 * @example {@code insert(new Notify("The school has written"));}
 * @param text what it says
 */
public record Notify(String text) implements Action {}
