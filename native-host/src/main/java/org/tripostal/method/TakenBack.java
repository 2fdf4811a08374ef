package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code journal/taken-back}: which of these messages the user took back from the rules; they are left alone, also when a whole folder is sorted. */
public final class TakenBack implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public TakenBack(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        String account = params.text("account");
        List<String> messageIds = new ArrayList<>();
        params.array("headerMessageIds").forEach(id -> messageIds.add(id.asText()));
        Set<String> found = session.journal().run(journal -> journal.takenBack(account, messageIds));
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode array = result.putArray("headerMessageIds");
        messageIds.stream().distinct().filter(found::contains).forEach(array::add);
        return result;
    }
}
