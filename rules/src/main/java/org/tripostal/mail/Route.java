package org.tripostal.mail;

/**
 * A line of {@code routes.csv}: mail from here goes there. Either {@code from} or {@code domain} is set, the other is empty.
 * Thousands of routes are thousands of these facts, joined by one rule.
 *
 * @example {@code Route(from == $from, $folder : folder)}
 * @param from an address in lower case, or empty
 * @param domain a domain in lower case without {@code @}, or empty; it means that domain, not its subdomains
 * @param folder the folder, relative to the account's root, {@code /} between folders
 */
public record Route(String from, String domain, String folder) {

    /** A route for one address. */
    public static Route ofAddress(String address, String folder) {
        return new Route(address, "", folder);
    }

    /** A route for all addresses of one domain. */
    public static Route ofDomain(String domain, String folder) {
        return new Route("", domain, folder);
    }
}
