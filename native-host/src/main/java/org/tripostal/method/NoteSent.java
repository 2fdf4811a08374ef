package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tripostal.journal.SentMail;
import org.tripostal.reader.ThunderbirdReader;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code sent/noted}: what the user sent, by which answers and correspondents are known. */
public final class NoteSent implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public NoteSent(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        String account = params.text("account");
        List<SentMail.Sent> messages = new ArrayList<>();
        for (JsonNode message : params.array("messages")) {
            messages.add(sent(message, params));
        }
        Optional<Instant> latest = session.journal().run(journal -> {
            journal.sentMail().note(account, messages);
            return journal.sentMail().latest(account);
        });
        ObjectNode result = HostSession.JSON.createObjectNode();
        latest.ifPresent(at -> result.put("latest", at.toString()));
        return result;
    }

    private SentMail.Sent sent(JsonNode message, Params params) throws RpcError {
        List<String> recipients = ThunderbirdReader.addresses(message.path("recipients")).stream()
                .filter(address -> !session.ownAddresses().contains(address)).toList();
        try {
            return new SentMail.Sent(message.path("headerMessageId").asText(""), Instant.parse(message.path("date").asText("")), recipients);
        } catch (DateTimeParseException e) {
            throw params.refused("date");
        }
    }
}
