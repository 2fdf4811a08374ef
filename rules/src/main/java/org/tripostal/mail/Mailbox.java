package org.tripostal.mail;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A person or a robot with an address (RFC 5322, section 3.4: a mailbox is an optional display name and an address).
 *
 * @example {@code Mailbox(domain == "example.org") from $recipients}
 * @param name the display name, decoded; empty where there is none
 * @param address the bare address in lower case, for example {@code ann@example.org}; may lack an {@code @} where the mail was malformed
 */
public record Mailbox(String name, String address) {

    public Mailbox {
        name = Objects.requireNonNull(name).strip();
        address = address.strip().toLowerCase(Locale.ROOT);
    }

    /** What follows the last {@code @}, in lower case; empty where there is no {@code @}. */
    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1);
    }

    private static final Pattern LIST = Pattern.compile(
            ".*@(?:lists?|listes?|liste-diffusion|ml|mailinglists?|groupes?|groups|listserv|sympa|mailman)\\..+"
                    + "|.*@(?:googlegroups\\.com|groups\\.io|yahoogroups\\.\\w+|freelists\\.org|framalistes\\.org|framagroupes\\.org|vger\\.kernel\\.org|topicbox\\.com|simplelists\\.com)"
                    + "|[^@]+[-_.](?:list|liste|l|ml|announce|annonces|users|devel|discuss|discussion|talk)@.+|(?:list|liste|diffusion)[-_.][^@]+@.+");

    /** Whether the address is, by its form, that of a mailing list: {@code club-l@example.org}, {@code club@lists.example.org}. */
    public boolean mailingList() {
        return LIST.matcher(address).matches();
    }

    /** The site of the organisation that gave the address; empty where anybody may have one there, as with Gmail or Orange. */
    public String organisation() {
        String site = Site.ofHost(domain());
        return PublicProviders.has(site) ? "" : site;
    }

    /** The name where there is one, otherwise the address: how a sentence speaks of this person. */
    public String shown() {
        return name.isEmpty() ? address : name;
    }
}
