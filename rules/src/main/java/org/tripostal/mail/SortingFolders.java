package org.tripostal.mail;

/**
 * Where the sorting pack puts what has no route; {@code settings.yaml} may change each.
 *
 * @param self for the user's own mail, relative to the account's root
 * @param lists above the folders of mailing lists, relative to the account's root
 */
public record SortingFolders(String self, String lists) {

    /** What holds where the settings say nothing. */
    public static final SortingFolders DEFAULT = new SortingFolders("Self", "Lists");
}
