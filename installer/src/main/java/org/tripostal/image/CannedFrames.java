package org.tripostal.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The requests of the golden exchanges as native-messaging frames: what a host hears in an ordinary session. */
final class CannedFrames {

    private static final List<String> EXCHANGES = List.of("judge-incoming.json", "judge-outgoing.json");

    private CannedFrames() { }

    /** One session: the introduction once, then the requests of all exchanges, then a message in HTML. */
    static void write(Path exchanges, Path file) throws IOException {
        boolean introduced = false;
        try (OutputStream frames = Files.newOutputStream(file); InputStream html = CannedFrames.class.getResourceAsStream("judge-html.json")) {
            for (String name : EXCHANGES) {
                for (JsonNode step : new ObjectMapper().readTree(exchanges.resolve(name).toFile()).get("exchange")) {
                    JsonNode request = step.get("request");
                    boolean introduction = request.get("method").asText().equals("initialize");
                    if (!introduction || !introduced) {
                        writeFrame(frames, request);
                    }
                    introduced |= introduction;
                }
            }
            writeFrame(frames, new ObjectMapper().readTree(html)); // no exchange has a text, and text takes more classes than all else
        }
    }

    private static void writeFrame(OutputStream frames, JsonNode request) throws IOException {
        byte[] json = new ObjectMapper().writeValueAsBytes(request);
        frames.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(json.length).array());
        frames.write(json);
    }
}
