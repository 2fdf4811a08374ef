package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tripostal.journal.Overview;
import org.tripostal.journal.Search;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code journal/overview}: the same entries as {@code journal/search} gives, counted by folder, rule, run and day. */
public final class CountJournal implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public CountJournal(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        Search search = SearchParams.read(params);
        Overview overview = session.journal().run(journal -> journal.overview(search));
        ObjectNode result = HostSession.JSON.createObjectNode();
        result.put("total", overview.total()).put("undone", overview.undone()).put("daysKept", session.configuration().settings().journalDays());
        ArrayNode folders = result.putArray("folders");
        overview.folders().forEach(one ->
                folders.addObject().put("account", one.account()).put("folder", one.folder()).put("count", one.count()).put("undone", one.undone()));
        ArrayNode rules = result.putArray("rules");
        overview.rules().forEach(one -> rules.addObject().put("pack", one.pack()).put("rule", one.rule()).put("count", one.count()).put("undone", one.undone()));
        ArrayNode runs = result.putArray("runs");
        overview.runs().forEach(one ->
                runs.addObject().put("run", one.run()).put("at", one.at().toString()).put("count", one.count()).put("undone", one.undone()));
        ArrayNode days = result.putArray("days");
        overview.days().forEach(one -> days.addObject().put("day", one.day().toString()).put("sorted", one.sorted()).put("junk", one.junk())
                .put("rescued", one.rescued()).put("other", one.other()));
        return result;
    }
}
