package org.tripostal.reader;

import java.util.LinkedHashSet;
import java.util.Set;

/** Address fields for those who need no more of them than the addresses. */
public final class AddressLists {

    private AddressLists() {}

    /** The bare addresses of a field, in lower case, each once. */
    public static Set<String> addresses(String field) {
        Set<String> addresses = new LinkedHashSet<>();
        Mailboxes.parse(field).forEach(mailbox -> addresses.add(mailbox.address()));
        return addresses;
    }
}
