package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.journal.SentMail;
import org.tripostal.reader.ThunderbirdReader;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/**
 * {@code sent/about}: what the user's own sent mail tells of messages that came: which of the user's they answer (RFC 5322, section 3.6.4), and when the user
 * last wrote to their author. A method of its own, since it looks into the journal, for which judging must not wait.
 */
public final class AboutSent implements RpcMethod {

    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]+)>");
    /** A thread may name hundreds; the nearest count. */
    private static final int MOST_REFERENCES = 50;

    private final HostSession session;

    /** On this connection. */
    public AboutSent(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        JsonNode messages = params.array("messages");
        Instant now = Instant.now();
        return session.journal().run(journal -> {
            SentMail sentMail = journal.sentMail();
            ObjectNode result = HostSession.JSON.createObjectNode();
            ArrayNode about = result.putArray("about");
            for (JsonNode message : messages) {
                ObjectNode node = about.addObject();
                for (String messageId : originals(message)) {
                    Optional<Instant> sent = sentMail.sent(messageId);
                    if (sent.isPresent()) {
                        node.withArray("answers").addObject().put("messageId", messageId).put("days", days(sent.get(), now));
                    }
                }
                List<String> author = ThunderbirdReader.addresses(message.path("author"));
                Optional<Instant> written = author.isEmpty() ? Optional.empty() : sentMail.lastWritten(author.get(0));
                written.ifPresent(at -> node.put("written", days(at, now)));
            }
            return result;
        });
    }

    private static long days(Instant at, Instant now) {
        return Math.max(0, Duration.between(at, now).toDays());
    }

    private static Set<String> originals(JsonNode message) {
        List<String> named = new ArrayList<>();
        for (String field : List.of("references", "inReplyTo")) {
            message.path(field).forEach(value -> {
                Matcher matcher = MESSAGE_ID.matcher(value.asText(""));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            });
        }
        return new LinkedHashSet<>(named.subList(Math.max(0, named.size() - MOST_REFERENCES), named.size()));
    }
}
