package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tripostal.journal.Entry;
import org.tripostal.journal.EntryJson;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code journal/list}: the latest entries, or those on one message. */
public final class ListJournal implements RpcMethod {

    private static final int MOST = 200;

    private final HostSession session;

    /** On this connection. */
    public ListJournal(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        List<Entry> entries;
        if (params.has("headerMessageId")) {
            String account = params.text("account");
            String messageId = params.text("headerMessageId");
            entries = session.journal().run(journal -> journal.of(account, messageId));
        } else {
            int limit = (int) Math.min(MOST, Math.max(1, params.number("limit")));
            long before = params.has("before") ? params.number("before") : 0;
            entries = session.journal().run(journal -> journal.latest(limit, before));
        }
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode array = result.putArray("entries");
        entries.forEach(entry -> array.add(EntryJson.of(entry)));
        return result;
    }
}
