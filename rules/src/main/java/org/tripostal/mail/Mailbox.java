package org.tripostal.mail;

import java.util.Locale;
import java.util.Objects;

/**
 * A person or a robot with an address (RFC 5322, section 3.4: a mailbox is an optional display name and an address).
 *
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

    /** The name where there is one, otherwise the address: how a sentence speaks of this person. */
    public String shown() {
        return name.isEmpty() ? address : name;
    }
}
