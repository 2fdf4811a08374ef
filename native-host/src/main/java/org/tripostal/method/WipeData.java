package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import org.tripostal.kept.Wipe;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code data/wipe}: forgets everything about the user's mail, what was learned of junk too; rules and settings stay. */
public final class WipeData implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public WipeData(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.journal().alone(journal -> {
            Wipe.journal(session.folders(), journal);
            return null;
        });
        session.learner().run(learners -> {
            learners.forget();
            return null;
        });
        return HostSession.JSON.createObjectNode();
    }
}
