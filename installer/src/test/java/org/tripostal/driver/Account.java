package org.tripostal.driver;

/**
 * A mail account of the person whose Thunderbird this is.
 *
 * @param email also the name to log in with
 * @param name the person's name, as it stands in From
 * @param kind how its mail is fetched
 */
public record Account(String email, String name, String password, Kind kind) {

    /** How mail is fetched, and from which server. */
    public enum Kind {
        /** By IMAP, from GreenMail. */
        IMAP,
        /** By IMAP, from Dovecot, which knows IDLE well and has a folder for junk of another name. */
        DOVECOT,
        /** By POP3, into folders of the account's own on this computer. */
        POP3,
        /** By POP3, into Thunderbird's Local Folders ("Global Inbox"). */
        POP3_INTO_LOCAL_FOLDERS;

        boolean isPop() {
            return this == POP3 || this == POP3_INTO_LOCAL_FOLDERS;
        }
    }

    public static Account of(String email, String name) {
        return new Account(email, name, "secret", Kind.IMAP);
    }

    /** The same person's account on a server of another kind. */
    public Account by(Kind other) {
        return new Account(email, name, password, other);
    }
}
