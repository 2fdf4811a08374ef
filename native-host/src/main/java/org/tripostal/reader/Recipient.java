package org.tripostal.reader;

import java.util.Set;

/**
 * Whose mail is read.
 *
 * @param addresses the user's addresses, in lower case
 * @param names the names under which the user writes
 * @param authenticationServers the servers whose Authentication-Results count; where none is named, those of the same site as an address
 */
public record Recipient(Set<String> addresses, Set<String> names, Set<String> authenticationServers) {}
