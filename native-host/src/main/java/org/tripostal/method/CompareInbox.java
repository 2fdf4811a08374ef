package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tripostal.journal.Arrivals;
import org.tripostal.journal.Copy;
import org.tripostal.journal.Present;
import org.tripostal.reader.ReceivedField;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code inbox/compare}: which of the messages that an inbox holds were never judged. */
public final class CompareInbox implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public CompareInbox(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        String account = params.text("account");
        boolean complete = params.yesOrNo("complete");
        List<Present> copies = new ArrayList<>();
        for (JsonNode message : params.array("messages")) {
            copies.add(present(message));
        }
        Optional<Instant> met = given(params, "since");
        Optional<Instant> judgedUntil = given(params, "judgedUntil");
        Arrivals.Found found = session.journal().run(journal -> new Arrivals(journal).among(account, copies, complete, met, judgedUntil));
        ObjectNode result = HostSession.JSON.createObjectNode();
        found.unknown().forEach(result.putArray("unknown")::add);
        found.ambiguous().forEach(result.putArray("ambiguous")::add);
        if (found.lost()) {
            result.put("lost", true);
            session.journal().begunAnew();
        }
        return result;
    }

    private static Optional<Instant> given(Params params, String name) throws RpcError {
        return params.has(name) ? Optional.of(moment(params.text(name)).orElseThrow(() -> params.refused(name))) : Optional.empty();
    }

    private static Present present(JsonNode message) {
        String messageId = message.path("headerMessageId").asText("");
        Optional<Instant> written = moment(message.path("date").asText(""));
        if (!message.has("received")) {
            return new Present(new Copy(messageId, Copy.UNKNOWN_DELIVERY), written.orElse(null), null, false);
        }
        String received = message.path("received").asText("");
        return new Present(new Copy(messageId, Copy.delivery(received)), written.orElse(null), ReceivedField.date(received).orElse(null), true);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // what is no date says nothing of when the message came
        }
    }
}
