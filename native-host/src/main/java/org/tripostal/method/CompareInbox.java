package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tripostal.journal.Arrivals;
import org.tripostal.journal.Copy;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code inbox/compare}: which of the messages that an inbox holds were never judged. */
public final class CompareInbox implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public CompareInbox(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        String account = params.text("account");
        boolean complete = params.yesOrNo("complete");
        List<Copy> copies = new ArrayList<>();
        for (JsonNode message : params.array("messages")) {
            String delivery = message.has("received") ? Copy.delivery(message.path("received").asText("")) : Copy.UNKNOWN_DELIVERY;
            copies.add(new Copy(message.path("headerMessageId").asText(""), delivery));
        }
        Arrivals.Found found = session.journal().run(journal -> new Arrivals(journal).among(account, copies, complete));
        ObjectNode result = HostSession.JSON.createObjectNode();
        found.unknown().forEach(result.putArray("unknown")::add);
        found.ambiguous().forEach(result.putArray("ambiguous")::add);
        return result;
    }
}
