package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import org.tripostal.kept.Wipe;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code journal/forget}: forgets everything that the journal holds, and damaged ones that were set aside. */
public final class ForgetJournal implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public ForgetJournal(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.journal().alone(journal -> {
            Wipe.journal(session.folders(), journal);
            return null;
        });
        return HostSession.JSON.createObjectNode();
    }
}
