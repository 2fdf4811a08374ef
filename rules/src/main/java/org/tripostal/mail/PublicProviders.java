package org.tripostal.mail;

import java.util.Set;

/** Mail providers where anybody may have an address: two people there have nothing in common. */
final class PublicProviders {

    private static final Set<String> SITES = Set.copyOf(Resources.lines("public-providers.txt"));

    private PublicProviders() {}

    static boolean has(String site) {
        return SITES.contains(site);
    }
}
