package org.tripostal.reader;

import java.util.Map;

/**
 * Angus reads these once, from the system properties, when its classes are loaded. All of them but the last mean: be lenient. Whoever uses Angus applies them
 * first, so that a message reads the same whichever reader came first. The last one names what Angus would otherwise look for on the class path
 * again and again, for each header and each encoded part: that took a fifth of the time of a message.
 */
final class LenientAngus {

    static {
        Map.of(
                        "mail.mime.decodetext.strict", "false",
                        "mail.mime.base64.ignoreerrors", "true",
                        "mail.mime.uudecode.ignoreerrors", "true",
                        "mail.mime.parameters.strict", "false",
                        "mail.mime.multipart.allowempty", "true",
                        "mail.mime.multipart.ignoremissingboundaryparameter", "true",
                        "mail.mime.ignoreunknownencoding", "true",
                        "mail.mime.address.strict", "false",
                        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider")
                .forEach(System::setProperty);
    }

    private LenientAngus() {}

    /** Sets them, at the first call; every class here that uses Angus calls this from its static initialiser. */
    static void apply() {
        // The work is done once, when this class is loaded.
    }
}
