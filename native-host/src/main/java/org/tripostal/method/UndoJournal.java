package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tripostal.journal.Entry;
import org.tripostal.journal.EntryJson;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/**
 * {@code journal/undo}: asks that entries be taken back, by number or the last run, and tells all that wait for it. The add-on moves the
 * messages and says {@code journal/undone}.
 */
public final class UndoJournal implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public UndoJournal(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        List<Long> wanted = new ArrayList<>();
        if (params.has("ids")) {
            params.array("ids").forEach(id -> wanted.add(id.asLong()));
        }
        boolean lastRun = params.has("lastRun") && params.yesOrNo("lastRun");
        List<Entry> waiting = session.journal().run(journal -> {
            List<Long> ids = new ArrayList<>();
            if (lastRun) {
                journal.lastRun().forEach(entry -> ids.add(entry.id()));
            }
            for (long id : wanted) {
                journal.standing(id).ifPresent(entry -> ids.add(id));
            }
            journal.mark(ids, Entry.Undo.REQUESTED);
            return journal.undoRequested();
        });
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode array = result.putArray("entries");
        waiting.forEach(entry -> array.add(EntryJson.of(entry)));
        return result;
    }
}
