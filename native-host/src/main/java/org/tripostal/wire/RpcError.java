package org.tripostal.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** An error that a request is answered with. The numbers are those of {@code PROTOCOL.md} and never change meaning. */
public final class RpcError extends Exception {

    public static final int PARSE_ERROR = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL_ERROR = -32603;
    public static final int OTHER_VERSION = -32001;
    public static final int NOT_INITIALIZED = -32002;
    public static final int FRAME_TOO_LARGE = -32003;
    public static final int SETTINGS_NOT_WRITTEN = -32004;
    public static final int ANSWER_TOO_LARGE = -32005;
    public static final int JOURNAL_FAILED = -32006;
    public static final int LEARNER_FAILED = -32007;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient JsonNode data;

    /** An error without data. */
    public RpcError(int code, String message) {
        this(code, message, null);
    }

    /**
     * An error.
     *
     * @param code one of the constants here
     * @param message a sentence for a person
     * @param data what a program may want to know; null where there is nothing
     */
    public RpcError(int code, String message, JsonNode data) {
        super(message);
        this.code = code;
        this.data = data;
    }

    int code() {
        return code;
    }

    JsonNode data() {
        return data;
    }
}
