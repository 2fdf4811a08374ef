package org.tripostal.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What is said to the host, and what must come back.
 *
 * @param bytes all that is written, the length before it included
 * @param expected what the host owes
 * @param id the id that the one answer must bear, where {@code expected} is {@link Owes#ANSWER}
 */
record Frame(byte[] bytes, Owes expected, Optional<JsonNode> id) {

    /** What the host owes for a frame. */
    enum Owes {
        /** Exactly one answer, under the frame's id. */
        ANSWER,
        /** Exactly one error with id null: nobody can tell what was asked. */
        ERROR_FOR_NOBODY,
        /** A notification: nothing. */
        NOTHING,
        /** At most one answer, whatever it is: damage may have left a request or not. */
        AT_MOST_ONE,
        /** The host's end, with exit status 1: nobody can tell where the next frame begins. */
        THE_END
    }

    static Frame answered(byte[] json, JsonNode id) {
        return new Frame(framed(json), Owes.ANSWER, Optional.of(id));
    }

    static Frame of(byte[] json, Owes expected) {
        return new Frame(framed(json), expected, Optional.empty());
    }

    static Frame raw(byte[] bytes) {
        return new Frame(bytes, Owes.THE_END, Optional.empty());
    }

    static byte[] framed(byte[] json) {
        return length(Integer.BYTES + json.length, json.length).put(json).array();
    }

    static ByteBuffer length(int room, int length) {
        return ByteBuffer.allocate(room).order(ByteOrder.nativeOrder()).putInt(length);
    }
}
