package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.journal.JournalException;
import org.tripostal.journal.SentMail;
import org.tripostal.mail.Correspondent;
import org.tripostal.mail.LastWritten;
import org.tripostal.mail.OwnOriginal;
import org.tripostal.wire.RpcError;

/** What the user's own sent mail tells of a message that came: whether it answers one, and whether the user has written to its author. */
final class Correspondence {

    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]+)>");
    /** A thread may name hundreds; the nearest count. */
    private static final int MOST_REFERENCES = 50;

    private Correspondence() {}

    /**
     * The facts: {@link OwnOriginal} where it answers a message of the user's; {@link LastWritten} and {@link Correspondent} where the user has written to
     * its author.
     *
     * @param author the author's address in lower case
     * @param message a {@code MessageHeader} with {@code headers}
     */
    static List<Object> with(HostSession session, String author, JsonNode message) throws RpcError {
        Set<String> originals = originals(message.path("headers"));
        Instant now = Instant.now();
        return session.journal().run(journal -> facts(journal.sentMail(), author, originals, now));
    }

    private static List<Object> facts(SentMail sentMail, String author, Set<String> originals, Instant now) throws JournalException {
        List<Object> facts = new ArrayList<>();
        for (String messageId : originals) {
            sentMail.sent(messageId).ifPresent(at -> facts.add(new OwnOriginal(messageId, days(at, now))));
        }
        sentMail.lastWritten(author).ifPresent(at -> {
            facts.add(new LastWritten(author, days(at, now)));
            facts.add(new Correspondent("", author));
        });
        return facts;
    }

    private static long days(Instant at, Instant now) {
        return Math.max(0, Duration.between(at, now).toDays());
    }

    private static Set<String> originals(JsonNode headers) {
        List<String> named = new ArrayList<>();
        for (String field : List.of("references", "in-reply-to")) {
            headers.path(field).forEach(value -> {
                Matcher matcher = MESSAGE_ID.matcher(value.asText(""));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            });
        }
        return new LinkedHashSet<>(named.subList(Math.max(0, named.size() - MOST_REFERENCES), named.size()));
    }
}
