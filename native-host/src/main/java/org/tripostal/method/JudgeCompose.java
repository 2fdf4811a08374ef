package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Explainer;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.ThunderbirdReader;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code compose/judge}: what a writer may want to know before a message leaves. */
public final class JudgeCompose implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public JudgeCompose(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.requireInitialized();
        JsonNode message = params.object("message");
        ReadMessage read =
                new ThunderbirdReader(session.locale()).outgoing(message, session.ownAddresses(), Instant.now());
        Decision decision = session.decide("compose/judge", read.facts());
        ObjectNode result = HostSession.JSON.createObjectNode();
        result.set("findings", Explainer.forWire(session.locale()).findings(decision.findings()));
        return result;
    }
}
