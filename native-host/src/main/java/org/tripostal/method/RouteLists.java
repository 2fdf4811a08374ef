package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.tripostal.settings.RouteConflicts;
import org.tripostal.settings.RoutesImport;
import org.tripostal.settings.RoutesWriter;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;

/** {@code routes/import} and {@code routes/conflicts}: routes many at a time. */
public final class RouteLists {

    /** More of a kind nobody reads; the numbers tell how many there are. */
    private static final int MOST = 200;

    private final HostSession session;

    /** On this connection. */
    public RouteLists(HostSession session) {
        this.session = session;
    }

    /** Says what a list in CSV would change; takes it in where {@code take} says so. */
    public JsonNode take(Params params) throws RpcError {
        session.requireInitialized();
        RoutesImport read = RoutesImport.of(
                params.text("text"), params.has("name") ? params.text("name") : "routes.csv", session.configuration().routes(), session.locale());
        if (params.yesOrNo("take") && !read.routes().isEmpty()) {
            try {
                RoutesWriter.setAll(session.folders().routes(), read.routes());
            } catch (IOException e) {
                throw session.notWritten(session.folders().routes(), e);
            }
            session.reload();
            session.tellState();
        }
        ObjectNode result = HostSession.JSON.createObjectNode();
        result.put("added", read.added().size()).put("changed", read.changed().size()).put("same", read.same()).put("refused", read.problems().size());
        ArrayNode added = result.putArray("additions");
        read.added().stream().limit(MOST).forEach(route -> added.addObject().put("from", route.sender()).put("folder", route.folder()));
        ArrayNode changed = result.putArray("changes");
        read.changed().stream().limit(MOST).forEach(one ->
                changed.addObject().put("from", one.route().sender()).put("folder", one.route().folder()).put("before", one.before()));
        result.set("problems", HostSession.JSON.valueToTree(read.problems().stream().limit(MOST).toList()));
        return result;
    }

    /** The lines that stand in each other's way. */
    public JsonNode conflicts(Params params) throws RpcError {
        session.requireInitialized();
        List<RouteConflicts.Conflict> found = RouteConflicts.in(session.folders().routes());
        ObjectNode result = HostSession.JSON.createObjectNode().put("total", found.size());
        ArrayNode conflicts = result.putArray("conflicts");
        found.stream().limit(MOST).forEach(one -> conflicts.addObject()
                .put("kind", one.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')).put("line", one.line()).put("from", one.from()).put("folder", one.folder())
                .put("other", one.other()).put("otherFolder", one.otherFolder()));
        return result;
    }
}
