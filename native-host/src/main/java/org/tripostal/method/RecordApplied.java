package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tripostal.journal.Copy;
import org.tripostal.journal.Entry;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code messages/applied}: what the add-on carried out goes into the journal, and the messages are judged from then on. */
public final class RecordApplied implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public RecordApplied(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        String account = params.text("account");
        String run = params.text("run");
        // A folder that the user had sorted: what rests in the inbox is counted by the look into it.
        boolean wholeFolder = params.has("wholeFolder") && params.yesOrNo("wholeFolder");
        Map<Copy, Integer> copies = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (JsonNode applied : params.array("applied")) {
            String messageId = applied.path("headerMessageId").asText("");
            String delivery = applied.path("delivery").asText("");
            boolean stays = applied.path("from").asText("").equals(applied.path("to").asText(""));
            copies.merge(new Copy(messageId, delivery), stays ? 1 : 0, Integer::sum);
            if (!applied.path("decision").path("actions").isEmpty()) {
                entries.add(new Entry(
                        0, run, Instant.now(), account, messageId, delivery, applied.path("author").asText(""), applied.path("subject").asText(""),
                        applied.path("from").asText(""), applied.path("to").asText(""), before(applied), applied.path("decision"),
                        applied.path("outcome").asText("done"), Entry.Undo.NONE));
            }
        }
        List<Long> ids = session.journal().run(journal -> {
            List<Long> numbers = journal.record(entries);
            if (!wholeFolder) {
                journal.copies().add(account, copies);
            }
            return numbers;
        });
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode array = result.putArray("ids");
        ids.forEach(array::add);
        return result;
    }

    private static JsonNode before(JsonNode applied) {
        return applied.path("before").isObject() ? applied.path("before") : HostSession.JSON.createObjectNode();
    }
}
