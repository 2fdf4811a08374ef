package org.tripostal.reader;

import java.util.Map;

/**
 * Angus reads these once, from the system properties, when its classes are loaded. All of them mean: be lenient. Whoever uses Angus applies them
 * first, so that a message reads the same whichever reader came first.
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
                        "mail.mime.address.strict", "false")
                .forEach(System::setProperty);
    }

    private LenientAngus() {}

    /** Sets them, at the first call; every class here that uses Angus calls this from its static initialiser. */
    static void apply() {
        // The work is done once, when this class is loaded.
    }
}
