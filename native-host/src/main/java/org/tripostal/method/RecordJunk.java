package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tripostal.journal.Copies;
import org.tripostal.journal.JournalException;
import org.tripostal.journal.Marks;
import org.tripostal.journal.Marks.Verdict;
import org.tripostal.reader.ThunderbirdReader;
import org.tripostal.spam.Learner;
import org.tripostal.spam.Learner.Marked;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/**
 * {@code messages/junk}: the user marked messages as junk or as not junk, or moved them into the junk folder or out of it. What comes of it is learned; what
 * is taken back is unlearned. The same said again changes nothing, so that the add-on may try again after a failure.
 */
public final class RecordJunk implements RpcMethod {

    private static final String NOTHING = "nothing";
    private static final Map<String, Marks.Deed> DEEDS = Map.of(
            "marked-junk", Marks.Deed.MARKED_JUNK, "marked-not-junk", Marks.Deed.MARKED_NOT_JUNK, "moved-into-junk", Marks.Deed.MOVED_INTO_JUNK,
            "moved-out-of-junk", Marks.Deed.MOVED_OUT_OF_JUNK, "rescued", Marks.Deed.RESCUED);

    private final HostSession session;

    /** On this connection. */
    public RecordJunk(HostSession session) {
        this.session = session;
    }

    private record Said(JsonNode message, Marks.Deed deed) {}

    @Override
    public JsonNode call(Params params) throws RpcError {
        String account = params.text("account");
        String folder = params.text("folder");
        List<Said> all = new ArrayList<>();
        for (JsonNode message : params.array("messages")) {
            Marks.Deed deed = DEEDS.get(message.path("did").asText(""));
            if (deed == null) {
                throw params.refused("did");
            }
            all.add(new Said(message, deed));
        }
        List<Optional<Verdict>> verdicts = session.journal().run(journal -> {
            List<Optional<Verdict>> noted = new ArrayList<>();
            for (Said said : all) {
                noted.add(note(journal.copies(), journal.marks(), account, said));
            }
            return noted;
        });
        learn(account, folder, all, verdicts);
        ObjectNode result = HostSession.JSON.createObjectNode();
        verdicts.forEach(verdict -> result.withArray("learned").add(verdict.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(NOTHING)));
        return result;
    }

    private static Optional<Verdict> note(Copies copies, Marks marks, String account, Said said) throws JournalException {
        String messageId = said.message().path("headerMessageId").asText("");
        // Thunderbird's own filter looks at mail before Tripostal does: what it marks or moves then is nobody's word but its own.
        if (said.message().path("wasInInbox").asBoolean() && !copies.knowsMessage(account, messageId)) {
            return Optional.empty();
        }
        return Optional.of(marks.note(messageId, said.deed(), Instant.now()));
    }

    /** Of what was said twice of a message, the last counts. Of one that is no longer at hand nothing can be learned; what was is taken back. */
    private void learn(String account, String folder, List<Said> all, List<Optional<Verdict>> verdicts) throws RpcError {
        ThunderbirdReader reader = new ThunderbirdReader(session.locale());
        Map<String, Optional<Marked>> lessons = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (verdicts.get(i).isPresent()) {
                JsonNode message = all.get(i).message();
                Verdict verdict = verdicts.get(i).get();
                List<Object> facts = reader.incoming(account, folder, message, session.recipient()).facts();
                String key = Learner.key(message.path("headerMessageId").asText(""), facts);
                boolean learn = verdict != Verdict.NONE && message.has("headers");
                lessons.put(key, learn ? Optional.of(new Marked(key, verdict == Verdict.SPAM, facts)) : Optional.empty());
            }
        }
        String scope = session.learner().scope(account);
        session.learner().run(learners -> {
            learners.teach(scope, account, lessons);
            return null;
        });
    }
}
