package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tripostal.mail.Route;
import org.tripostal.settings.Problem;
import org.tripostal.settings.RoutesWriter;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;

/** {@code routes/list}, {@code routes/set} and {@code routes/remove}: the lines of routes.csv. */
public final class Routes {

    private static final int MOST = 500;

    private final HostSession session;

    /** On this connection. */
    public Routes(HostSession session) {
        this.session = session;
    }

    /** Lists the routes whose sender or folder contains a text, a page at a time. */
    public JsonNode list(Params params) throws RpcError {
        session.requireInitialized();
        String search = params.has("search") ? params.text("search").strip().toLowerCase(Locale.ROOT) : "";
        long offset = params.has("offset") ? Math.max(0, params.number("offset")) : 0;
        List<Route> found = session.configuration().routes().stream()
                .filter(route -> route.sender().contains(search) || route.folder().toLowerCase(Locale.ROOT).contains(search))
                .toList();
        ObjectNode result = HostSession.JSON.createObjectNode();
        result.put("total", found.size());
        ArrayNode routes = result.putArray("routes");
        found.stream().skip(offset).limit(MOST).forEach(route -> routes.addObject().put("from", route.sender()).put("folder", route.folder()));
        return result;
    }

    /** Adds or changes one route. */
    public JsonNode set(Params params) throws RpcError {
        session.requireInitialized();
        String from = params.text("from").strip().toLowerCase(Locale.ROOT);
        String folder = params.text("folder").strip();
        Optional<Problem> problem = RoutesWriter.problem(session.folders().routes(), from, folder, session.locale());
        if (problem.isPresent()) {
            throw new RpcError(RpcError.INVALID_PARAMS, problem.get().message() + " " + problem.get().remedy());
        }
        try {
            RoutesWriter.set(session.folders().routes(), from, folder);
        } catch (IOException e) {
            throw session.notWritten(session.folders().routes(), e);
        }
        session.reload();
        return session.state();
    }

    /** Removes one route. */
    public JsonNode remove(Params params) throws RpcError {
        session.requireInitialized();
        try {
            RoutesWriter.remove(session.folders().routes(), params.text("from").strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw session.notWritten(session.folders().routes(), e);
        }
        session.reload();
        return session.state();
    }
}
