package org.tripostal.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tripostal.Version;
import org.tripostal.wire.Frames;

/** Starts the program as Thunderbird does, and waits for its first answer. */
final class StartUp {

    private static final long LONGEST_SECONDS = 20;

    private StartUp() {}

    /**
     * The time from the start of the program to its answer.
     *
     * @throws IOException where it does not start, or answers something else, or not within 20 s
     */
    static Duration measure(Path program) throws IOException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(program.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = process.getOutputStream()) {
            ObjectMapper json = new ObjectMapper();
            byte[] initialize = json.writeValueAsBytes(json.createObjectNode()
                    .put("jsonrpc", "2.0")
                    .put("id", 1)
                    .put("method", "initialize")
                    .set("params", json.createObjectNode().put("version", Version.CURRENT.toString()).put("locale", "en").set("identities", json.createArrayNode())));
            in.write(ByteBuffer.allocate(Integer.BYTES + initialize.length).order(ByteOrder.nativeOrder()).putInt(initialize.length).put(initialize).array());
            in.flush();
            Thread guard = new Thread(() -> endIfSlow(process), "start-up-guard");
            guard.setDaemon(true);
            guard.start();
            Optional<byte[]> answer = new Frames(process.getInputStream(), new ByteArrayOutputStream()).read();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            JsonNode result = json.readTree(answer.orElse(new byte[0])).path("result");
            if (!result.path("version").isTextual()) {
                throw new IOException(answer.isPresent() ? new String(answer.get(), java.nio.charset.StandardCharsets.UTF_8) : "it ended without an answer");
            }
            return time;
        } finally {
            process.destroy();
        }
    }

    private static void endIfSlow(Process process) {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
