package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tripostal.journal.Marks;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/**
 * {@code messages/junk}: the user marked messages as junk or as not junk, or moved them into the junk folder or out of it. What comes of it is learned; what
 * is taken back is unlearned.
 */
public final class RecordJunk implements RpcMethod {

    private static final Map<String, Marks.Deed> DEEDS = Map.of(
            "marked-junk", Marks.Deed.MARKED_JUNK, "marked-not-junk", Marks.Deed.MARKED_NOT_JUNK, "moved-into-junk", Marks.Deed.MOVED_INTO_JUNK,
            "moved-out-of-junk", Marks.Deed.MOVED_OUT_OF_JUNK, "rescued", Marks.Deed.RESCUED);

    private final HostSession session;

    /** On this connection. */
    public RecordJunk(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        String account = params.text("account");
        String folder = params.text("folder");
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode learned = result.putArray("learned");
        for (JsonNode message : params.array("messages")) {
            Marks.Deed deed = DEEDS.get(message.path("did").asText(""));
            if (deed == null) {
                throw params.refused("did");
            }
            learned.add(said(account, folder, message, deed).map(change -> word(change.after())).orElse("nothing"));
        }
        return result;
    }

    private Optional<Marks.Change> said(String account, String folder, JsonNode message, Marks.Deed deed) throws RpcError {
        String messageId = message.path("headerMessageId").asText("");
        boolean wasInInbox = message.path("wasInInbox").asBoolean();
        return session.journal().run(journal -> {
            // Thunderbird's own filter looks at mail before Tripostal does: what it marks or moves then, is nobody's word but its own.
            if (wasInInbox && !journal.copies().knowsMessage(account, messageId)) {
                return Optional.empty();
            }
            return Optional.of(journal.marks().note(account, messageId, deed, Instant.now()));
        });
    }

    private static String word(Marks.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
