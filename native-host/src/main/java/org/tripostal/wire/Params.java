package org.tripostal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.tripostal.Messages;

/** The parameters of a call, each asked for by name and type; what is missing or of another type is named in the error. */
public final class Params {

    private final String method;
    private final JsonNode params;
    private final Messages messages;

    Params(String method, JsonNode params, Messages messages) {
        this.method = method;
        this.params = params;
        this.messages = messages;
    }

    /** A text that must be there. */
    public String text(String name) throws RpcError {
        JsonNode value = params.path(name);
        return value.isTextual() ? value.textValue() : refuse(name);
    }

    /** Whether there is a parameter of this name. */
    public boolean has(String name) {
        return params.has(name);
    }

    /** A whole number that must be there. */
    public long number(String name) throws RpcError {
        JsonNode value = params.path(name);
        return value.isIntegralNumber() ? value.longValue() : refuse(name);
    }

    /** A yes or no that must be there. */
    public boolean yesOrNo(String name) throws RpcError {
        JsonNode value = params.path(name);
        return value.isBoolean() ? value.booleanValue() : refuse(name);
    }

    /** An array that must be there. */
    public JsonNode array(String name) throws RpcError {
        JsonNode value = params.path(name);
        return value.isArray() ? value : refuse(name);
    }

    /** An object that must be there. */
    public JsonNode object(String name) throws RpcError {
        JsonNode value = params.path(name);
        return value.isObject() ? value : refuse(name);
    }

    /** The error for a parameter that cannot be taken. */
    public RpcError refused(String name) {
        return new RpcError(RpcError.INVALID_PARAMS, messages.say("wire.badParams", Map.of("method", method, "name", name)));
    }

    private <T> T refuse(String name) throws RpcError {
        throw refused(name);
    }
}
