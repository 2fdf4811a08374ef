package org.tripostal.mail;

import java.util.Locale;

/**
 * The mailing list that an incoming message came through. A message that came through none has no such fact.
 *
 * @param listId the list's whole id in lower case, without angle brackets: {@code debian-user.lists.debian.org} (RFC 2919)
 */
public record MailingList(String listId) {

    public MailingList {
        listId = listId.strip().toLowerCase(Locale.ROOT);
    }
}
