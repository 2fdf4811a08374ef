package org.tripostal.mail;

import java.util.Map;

/**
 * From where on the netiquette rules speak up; {@code settings.yaml} may change each.
 *
 * @param exposedRecipients how many people in To and Cc, and more, are too many to show each other; from 2
 * @param attachmentBytes how many bytes of attachments, encoded for transport, are still fit to send to somebody whose provider is not known
 * @param providerBytes the same for people at a provider, by the domain of its addresses, beyond {@link ProviderLimits#KNOWN}
 * @param subjectLetters a subject with fewer letters than this cannot shout
 * @param subjectWords a subject with fewer long words in capitals than this cannot shout
 * @param subjectShare the share of capitals among the subject's letters that shouts; 0 to 1
 * @param bodyLetters a text with fewer letters than this cannot shout
 * @param bodyShare the share of capitals among the text's letters that shouts; 0 to 1
 * @param sameOrganisation whether people of the writer's own organisation may see each other's addresses
 * @param strict whether all that custom allows is switched off: short replies, notes to oneself and to robots
 */
public record NetiquetteLimits(
        int exposedRecipients, long attachmentBytes, Map<String, Long> providerBytes, int subjectLetters, int subjectWords, double subjectShare, int bodyLetters,
        double bodyShare, boolean sameOrganisation, boolean strict) {

    /** What holds where the settings say nothing. */
    public static final NetiquetteLimits DEFAULT = new NetiquetteLimits(5, 5L * 1024 * 1024, Map.of(), 10, 2, 0.8, 40, 0.7, false, false);

    /** The same limits with all that custom allows switched off. */
    public NetiquetteLimits strictly() {
        return new NetiquetteLimits(
                exposedRecipients, attachmentBytes, providerBytes, subjectLetters, subjectWords, subjectShare, bodyLetters, bodyShare, sameOrganisation, true);
    }
}
