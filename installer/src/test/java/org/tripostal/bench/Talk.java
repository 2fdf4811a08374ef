package org.tripostal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program that is spoken to in native-messaging frames. */
public final class Talk implements AutoCloseable {

    public static final String INTRODUCTION = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"version\":\"0.1.0\",\"locale\":\"en\","
            + "\"identities\":[{\"account\":\"account1\",\"email\":\"me@example.org\",\"name\":\"Me\"}]}}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final OutputStream out;
    private final DataInputStream in;

    public Talk(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        process = builder.start();
        out = process.getOutputStream();
        in = new DataInputStream(process.getInputStream());
    }

    public void say(String json) throws IOException {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        out.write(ByteBuffer.allocate(Integer.BYTES + text.length).order(ByteOrder.nativeOrder()).putInt(text.length).put(text).array());
        out.flush();
    }

    /** The next frame, as it came. */
    byte[] hear() throws IOException {
        byte[] length = new byte[Integer.BYTES];
        in.readFully(length);
        byte[] frame = new byte[ByteBuffer.wrap(length).order(ByteOrder.nativeOrder()).getInt()];
        in.readFully(frame);
        return frame;
    }

    /** The answer to the request of this id; what the host says of its own accord is passed over. */
    public JsonNode answer(int id) throws IOException {
        for (JsonNode frame = JSON.readTree(hear()); ; frame = JSON.readTree(hear())) {
            if (frame.path("id").asInt(-1) == id) {
                if (frame.has("error")) {
                    throw new IOException("the host answers with an error: " + frame);
                }
                return frame.path("result");
            }
        }
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        out.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
