package org.tripostal.mail;

/**
 * A line of {@code routes.csv}: mail from here goes there. One of {@code from}, {@code domain} and {@code list} is set, the others are empty.
 * Thousands of routes are thousands of these facts, joined by one rule.
 *
 * @example {@code Route(from == $from, $folder : folder)}
 * @param from an address in lower case, or empty
 * @param domain a domain in lower case without {@code @}, or empty; it means that domain, not its subdomains
 * @param list the id of a mailing list in lower case, without angle brackets, or empty
 * @param folder the folder, relative to the account's root, {@code /} between folders
 */
public record Route(String from, String domain, String list, String folder) {

    /** A route for one address. */
    public static Route ofAddress(String address, String folder) {
        return new Route(address, "", "", folder);
    }

    /** A route for all addresses of one domain. */
    public static Route ofDomain(String domain, String folder) {
        return new Route("", domain, "", folder);
    }

    /** A route for all mail of one mailing list. */
    public static Route ofList(String listId, String folder) {
        return new Route("", "", listId, folder);
    }

    /** What {@code routes.csv} says for it: {@code ann@example.org}, {@code @example.org} or {@code <users.lists.example.org>}. */
    public String sender() {
        return !from.isEmpty() ? from : !domain.isEmpty() ? "@" + domain : "<" + list + ">";
    }
}
