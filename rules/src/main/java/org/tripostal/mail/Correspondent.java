package org.tripostal.mail;

/**
 * Somebody whom the user knows: from the address book, or written to before. Those whose address or name the message bears are at hand.
 *
 * @example {@code Correspondent(address == $from)}
 * @param name the name under which the user knows them; empty where there is none
 * @param address their address in lower case
 */
public record Correspondent(String name, String address) {}
