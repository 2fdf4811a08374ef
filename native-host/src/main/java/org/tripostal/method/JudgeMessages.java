package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Explainer;
import org.tripostal.journal.Copy;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.ThunderbirdReader;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code messages/judge}: what to do with messages that came. */
public final class JudgeMessages implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public JudgeMessages(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.requireInitialized();
        String account = params.text("account");
        String folder = params.text("folder");
        Trial trial = params.has("trial") ? session.trial(params) : null;
        ThunderbirdReader reader = new ThunderbirdReader(session.locale());
        Explainer explainer = Explainer.forWire(session.locale());
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode decisions = result.putArray("decisions");
        for (JsonNode message : params.array("messages")) {
            ReadMessage read = reader.incoming(account, folder, message, session.recipient());
            Decision decision = trial == null ? session.decide("messages/judge", read.facts()) : session.decide("messages/judge", read.facts(), trial);
            ObjectNode node = decisions.addObject();
            node.set("actions", explainer.actions(decision.actions()));
            node.set("lost", explainer.lost(decision.lost()));
            node.set("spam", explainer.spam(decision.spam()));
            ArrayNode needs = node.putArray("needs");
            if (!message.has("parts") && (trial == null ? session.needsBody(decision) : session.needsBody(decision, trial))) {
                needs.add("body");
            }
            node.put("delivery", Copy.delivery(message.path("headers").path("received").path(0).asText("")));
        }
        return result;
    }
}
