package org.tripostal.reader;

import java.util.Map;

/**
 * Angus reads these once, from the system properties, when its classes are loaded. All but the last mean: be lenient. Whoever uses Angus applies them
 * first, so that a message reads the same whichever reader came first. The last names what decodes, which is otherwise looked for in all jars anew for each encoded
 * word: that takes longer than to judge a dozen messages.
 */
final class LenientAngus {

    static {
        Map.ofEntries(
                        Map.entry("mail.mime.decodetext.strict", "false"),
                        Map.entry("mail.mime.base64.ignoreerrors", "true"),
                        Map.entry("mail.mime.uudecode.ignoreerrors", "true"),
                        Map.entry("mail.mime.parameters.strict", "false"),
                        Map.entry("mail.mime.multipart.allowempty", "true"),
                        Map.entry("mail.mime.multipart.ignoremissingboundaryparameter", "true"),
                        Map.entry("mail.mime.ignoreunknownencoding", "true"),
                        Map.entry("mail.mime.address.strict", "false"),
                        Map.entry("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider"))
                .forEach(System::setProperty);
    }

    private LenientAngus() {}

    /** Sets them, at the first call; every class here that uses Angus calls this from its static initialiser. */
    static void apply() {
        // The work is done once, when this class is loaded.
    }
}
