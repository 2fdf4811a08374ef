package org.tripostal.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A message that the demo writes and sends.
 *
 * @param findings the codes of what is to be found in it, in alphabetical order; none where it leaves at once
 */
record Outgoing(String name, List<String> to, List<String> cc, String subject, String text, List<String> findings) {

    static List<Outgoing> all() throws IOException {
        return new ObjectMapper().readValue(Incoming.resource("outgoing.json"), new TypeReference<>() { });
    }

    /** As Thunderbird's compose window is filled in. */
    Map<String, ?> details() {
        return Map.of("to", to, "cc", cc, "subject", subject, "isPlainText", true, "plainTextBody", text);
    }
}
