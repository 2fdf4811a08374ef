package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.tripostal.journal.Copy;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code messages/filed}: the user moved messages by hand. What was put into an inbox stays there. */
public final class RecordFiled implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public RecordFiled(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        String account = params.text("account");
        boolean intoInbox = params.yesOrNo("intoInbox");
        Map<Copy, Integer> come = new HashMap<>();
        for (JsonNode message : params.array("messages")) {
            Copy copy = new Copy(message.path("headerMessageId").asText(""), Copy.delivery(message.path("received").asText("")));
            come.merge(copy, intoInbox ? 1 : -1, Integer::sum);
        }
        session.journal().run(journal -> {
            journal.copies().add(account, come);
            return come;
        });
        return HostSession.JSON.createObjectNode();
    }
}
