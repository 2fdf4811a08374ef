package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tripostal.journal.Entry;
import org.tripostal.journal.EntryJson;
import org.tripostal.journal.Search;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code journal/search}: the entries of a time, a folder, a rule or a run, or with a text in them. */
public final class SearchJournal implements RpcMethod {

    private static final int MOST = 200;

    /** Well below what fits into a frame. */
    private static final int MOST_CHARACTERS = 700_000;

    private final HostSession session;

    /** On this connection. */
    public SearchJournal(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        Search search = SearchParams.read(params);
        int limit = params.has("limit") ? (int) Math.min(MOST, Math.max(1, params.number("limit"))) : MOST;
        long before = params.has("before") ? params.number("before") : 0;
        List<Entry> found = session.journal().run(journal -> journal.search(search, limit + 1, before));
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode array = result.putArray("entries");
        int room = MOST_CHARACTERS;
        for (Entry entry : found.subList(0, Math.min(limit, found.size()))) {
            ObjectNode node = EntryJson.of(entry);
            room -= node.toString().length();
            if (room < 0 && !array.isEmpty()) {
                break;
            }
            array.add(node);
        }
        return result.put("more", array.size() < found.size());
    }
}
