package org.tripostal.settings;

import java.util.Set;
import org.tripostal.mail.NetiquetteLimits;
import org.tripostal.mail.SortingFolders;

/**
 * What {@code settings.yaml} says.
 *
 * @param active whether decisions on incoming mail are carried out
 * @param limits from where on the netiquette rules speak up
 * @param folders where own mail and mailing lists go
 * @param choices which rules run
 * @param authenticationServers the servers whose Authentication-Results count, in lower case; empty: those of the same site as an address of the user's
 * @param learnerPerAccount whether each account learns junk from its own marks alone; otherwise all share what was learned
 * @param journalDays how long the journal is kept, in days
 */
public record Settings(boolean active, NetiquetteLimits limits, SortingFolders folders, Choices choices, Set<String> authenticationServers, boolean learnerPerAccount,
        int journalDays) {

    /** What holds where the file says nothing: look, but do not act. */
    public static final Settings DEFAULT = new Settings(false, NetiquetteLimits.DEFAULT, SortingFolders.DEFAULT, Choices.ALL, Set.of(), false, 90);
}
