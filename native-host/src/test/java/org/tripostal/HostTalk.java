package org.tripostal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tripostal.settings.Folders;
import org.tripostal.wire.FrameBytes;

/** A conversation with the host, all of it said before the host starts, on a configuration folder of its own. */
final class HostTalk {

    private static final String INITIALIZE =
            """
            {"jsonrpc":"2.0","id":"init","method":"initialize","params":{"version":"%s","locale":"%s",
             "identities":[{"account":"account1","email":"Me@Example.org","name":"Me"}]}}""";

    private final Path config;
    private final List<String> said = new ArrayList<>();

    HostTalk(Path config) {
        this.config = config;
    }

    Path config() {
        return config;
    }

    HostTalk write(String file, String text) throws IOException {
        Files.writeString(config.resolve(file), text);
        return this;
    }

    HostTalk initialize(String locale) {
        return say(INITIALIZE.formatted(Version.CURRENT, locale));
    }

    HostTalk say(String request) {
        said.add(request);
        return this;
    }

    /** What the host answers, in the order in which it does; notifications of its own left out. */
    List<JsonNode> answers() throws IOException {
        return everything().stream().filter(message -> !message.has("method")).toList();
    }

    /** All that the host sends: answers and notifications. */
    List<JsonNode> everything() throws IOException {
        PrintStream standardOut = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream wire = new PrintStream(out, true)) {
            Host.run(new ByteArrayInputStream(FrameBytes.frames(said.toArray(String[]::new))), wire, new Folders(config, config.resolve("data")));
        } finally {
            System.setOut(standardOut);
        }
        return FrameBytes.parse(out.toByteArray());
    }

    /** The answer to the request with this id. */
    JsonNode answer(int id) throws IOException {
        return answers().stream().filter(message -> message.path("id").asInt(-1) == id).findFirst().orElseThrow();
    }
}
