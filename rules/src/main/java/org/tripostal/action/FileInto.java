package org.tripostal.action;

/**
 * Move the message into a folder, which is made where it is missing.
 *
 * @example {@code insert(new FileInto("Lists/Debian"));}
 * @param folder relative to the account's root, {@code /} between folders, for example {@code Lists/Debian}
 */
public record FileInto(String folder) implements Placement {

    /** @throws IllegalArgumentException where the folder has no name */
    public FileInto {
        if (folder.isBlank()) {
            throw new IllegalArgumentException("FileInto needs the name of a folder");
        }
    }
}
