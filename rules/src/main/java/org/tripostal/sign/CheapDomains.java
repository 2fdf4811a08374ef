package org.tripostal.sign;

import java.util.HashSet;
import java.util.Set;

/** Endings of sites that cost next to nothing, or nothing, and are bought for a campaign and thrown away ({@code cheap-domains.txt}). */
final class CheapDomains {

    private static final Set<String> ENDINGS = new HashSet<>(Table.lines("cheap-domains.txt"));

    private CheapDomains() {}

    /** Whether a site, in lower case, has such an ending. */
    static boolean has(String site) {
        return ENDINGS.contains(site.substring(site.lastIndexOf('.') + 1));
    }
}
