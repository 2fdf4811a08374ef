package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tripostal.journal.Entry;
import org.tripostal.journal.EntryJson;
import org.tripostal.journal.Search;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/**
 * {@code journal/undo}: asks that entries be taken back, by number, the last run, or all that a search finds, and tells the first of those that wait for it. The add-on moves the
 * messages and says {@code journal/undone}.
 */
public final class UndoJournal implements RpcMethod {

    /** So many are told at a time; the add-on asks again when it has taken these back. */
    private static final int MOST = 200;

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
        Optional<Search> search = params.has("run") || params.has("rule") ? Optional.of(SearchParams.read(params)) : Optional.empty();
        List<Entry> waiting = session.journal().run(journal -> {
            List<Long> ids = new ArrayList<>();
            if (lastRun) {
                journal.lastRun().forEach(entry -> ids.add(entry.id()));
            }
            for (long id : wanted) {
                journal.standing(id).ifPresent(entry -> ids.add(id));
            }
            journal.mark(ids, Entry.Undo.REQUESTED);
            if (search.isPresent()) {
                journal.requestUndo(search.get());
            }
            return journal.undoRequested(MOST);
        });
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode array = result.putArray("entries");
        waiting.forEach(entry -> array.add(EntryJson.of(entry)));
        return result;
    }
}
