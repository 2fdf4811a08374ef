package org.tripostal.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** What a method of the protocol does. */
@FunctionalInterface
public interface RpcMethod {

    /**
     * Answers one call.
     *
     * @param params the parameters; a missing node where there are none
     * @return the result
     * @throws RpcError what the call is answered with instead
     */
    JsonNode call(Params params) throws RpcError;
}
