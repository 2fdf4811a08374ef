package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tripostal.journal.Copy;
import org.tripostal.journal.Entry;
import org.tripostal.journal.Journal;
import org.tripostal.journal.JournalException;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code journal/undone}: what the add-on took back, and what it could not; such an entry stands again. */
public final class RecordUndone implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public RecordUndone(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        List<Long> done = numbers(params.array("done"));
        List<Long> failed = numbers(params.array("failed"));
        session.journal().run(journal -> {
            journal.mark(done, Entry.Undo.DONE);
            journal.mark(failed, Entry.Undo.NONE);
            for (long id : done) {
                rest(journal, id);
            }
            return done;
        });
        return HostSession.JSON.createObjectNode();
    }

    /** What was taken back lies in the inbox again, and is left alone there. */
    private static void rest(Journal journal, long id) throws JournalException {
        Entry entry = journal.entry(id).orElse(null);
        if (entry != null) {
            journal.copies().add(entry.account(), Map.of(new Copy(entry.messageId(), entry.delivery()), 1));
        }
    }

    private static List<Long> numbers(JsonNode array) {
        List<Long> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asLong()));
        return numbers;
    }
}
