package org.tripostal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What Thunderbird would write and read: frames made and taken apart without the code under test. */
public final class FrameBytes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LENGTH = 4;

    private FrameBytes() {}

    /** One frame. */
    public static byte[] frame(byte[] content) {
        return ByteBuffer.allocate(LENGTH + content.length).order(ByteOrder.nativeOrder()).putInt(content.length).put(content).array();
    }

    /** One frame. */
    public static byte[] frame(String content) {
        return frame(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Frames one after another. */
    public static byte[] frames(String... contents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String content : contents) {
            all.writeBytes(frame(content));
        }
        return all.toByteArray();
    }

    /** The JSON in these frames; every byte must belong to one. */
    public static List<JsonNode> parse(byte[] bytes) {
        List<JsonNode> messages = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        while (rest.hasRemaining()) {
            byte[] content = new byte[rest.getInt()];
            rest.get(content);
            try {
                messages.add(JSON.readTree(content));
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + new String(content, StandardCharsets.UTF_8), e);
            }
        }
        return messages;
    }
}
