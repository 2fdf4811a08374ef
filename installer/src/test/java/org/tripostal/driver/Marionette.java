package org.tripostal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A client of Marionette, the remote control that is built into Thunderbird: packets of {@code length:json}, where a
 * command is {@code [0, id, name, parameters]} and its answer {@code [1, id, error, result]}.
 *
 * @see <a href="https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html">the protocol</a>
 */
final class Marionette implements AutoCloseable {

    /** Thunderbird refused a command, or the script that it was given failed. */
    static final class Refused extends IOException {
        Refused(String message) {
            super(message);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_SCRIPT = Duration.ofSeconds(60);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private int lastId;

    Marionette(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) LONGEST_SCRIPT.plusSeconds(30).toMillis());
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        try {
            readPacket();   // The greeting.
            command("WebDriver:NewSession", Map.of("capabilities", Map.of("alwaysMatch", Map.of(
                    "timeouts", Map.of("script", LONGEST_SCRIPT.toMillis()),
                    // A question of Thunderbird's own is looked at and answered by the test.
                    "unhandledPromptBehavior", "ignore"))));
            command("Marionette:SetContext", Map.of("value", "chrome"));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Runs the body of an async function with full privileges in Thunderbird's main process.
     *
     * @param arguments found there as {@code arguments}
     * @return what it returned, as JSON
     */
    JsonNode run(String body, Object... arguments) throws IOException {
        String script = "const done = arguments[arguments.length - 1];"
                + "const given = Array.prototype.slice.call(arguments, 0, -1);"
                + "(async function () {\n" + body + "\n}).apply(null, given).then("
                + "value => done({ value: value === undefined ? null : value }),"
                + "error => done({ error: String(error) + '\\n' + (error && error.stack) }));";
        JsonNode result = command("WebDriver:ExecuteAsyncScript",
                Map.of("script", script, "args", Arrays.asList(arguments), "newSandbox", true)).get("value");
        if (result.has("error")) {
            throw new Refused(result.get("error").asText());
        }
        return result.get("value");
    }

    synchronized JsonNode command(String name, Map<String, ?> parameters) throws IOException {
        int id = ++lastId;
        byte[] packet = JSON.writeValueAsBytes(List.of(0, id, name, parameters));
        out.write((packet.length + ":").getBytes(StandardCharsets.US_ASCII));
        out.write(packet);
        out.flush();
        JsonNode answer;
        do {
            answer = readPacket();
        } while (!answer.isArray() || answer.get(1).asInt() != id);   // An answer that a time-out left behind is passed over.
        if (answer.get(2) instanceof ObjectNode error) {
            throw new Refused(name + ": " + error.path("error").asText() + ": " + error.path("message").asText());
        }
        return answer.get(3);
    }

    private JsonNode readPacket() throws IOException {
        int length = 0;
        for (int c = in.read(); c != ':'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("Thunderbird closed the remote control");
            }
            length = 10 * length + Character.digit(c, 10);
        }
        return JSON.readTree(in.readNBytes(length));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
