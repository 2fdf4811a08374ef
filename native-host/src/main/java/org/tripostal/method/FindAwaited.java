package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tripostal.action.PutForward;
import org.tripostal.engine.Decided;
import org.tripostal.engine.Explainer;
import org.tripostal.mail.InJunk;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.ThunderbirdReader;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code junk/awaited}: which of the messages in a junk folder may be what the user is waiting for, and why. */
public final class FindAwaited implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public FindAwaited(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.requireInitialized();
        String account = params.text("account");
        String folder = params.text("folder");
        ThunderbirdReader reader = new ThunderbirdReader(session.locale());
        Explainer explainer = Explainer.forWire(session.locale());
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode awaited = result.putArray("awaited");
        int place = 0;
        for (JsonNode message : params.array("messages")) {
            ReadMessage read = reader.incoming(account, folder, message, session.recipient());
            List<Object> facts = new ArrayList<>(read.facts());
            facts.add(new InJunk());
            List<Decided> forward = session.decide("junk/awaited", facts).actions().stream().filter(one -> one.action() instanceof PutForward).toList();
            if (!forward.isEmpty()) {
                ObjectNode node = (ObjectNode) explainer.actions(forward.subList(0, 1)).get(0);
                awaited.add(node.put("place", place));
            }
            place++;
        }
        return result;
    }
}
