package org.tripostal.mail;

/**
 * When the user last wrote to the author of the message at hand.
 *
 * @param address the author's address in lower case
 * @param days how many whole days ago
 */
public record LastWritten(String address, long days) {}
