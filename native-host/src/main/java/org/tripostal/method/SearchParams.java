package org.tripostal.method;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.tripostal.journal.Search;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;

/** Which entries of the journal a call is about. */
final class SearchParams {

    private SearchParams() {}

    static Search read(Params params) throws RpcError {
        return new Search(
                moment(params, "from"), moment(params, "until"), text(params, "text"), text(params, "account"), text(params, "folder"), text(params, "pack"),
                text(params, "rule"), text(params, "run"), params.has("standing") && params.yesOrNo("standing"));
    }

    private static String text(Params params, String name) throws RpcError {
        return params.has(name) ? params.text(name) : "";
    }

    private static Instant moment(Params params, String name) throws RpcError {
        if (!params.has(name)) {
            return null;
        }
        try {
            return Instant.parse(params.text(name));
        } catch (DateTimeParseException e) {
            throw params.refused(name);
        }
    }
}
