package org.tripostal.method;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tripostal.journal.Journal;
import org.tripostal.journal.JournalException;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
import org.tripostal.wire.RpcError;

/**
 * Opens the journal when a method first needs it, and tells what became of a damaged one. Another program may hold the journal for seconds:
 * methods that use it are waiting methods, and only {@link #problem} may be called from elsewhere.
 */
final class JournalKeeper {

    private final HostSession session;
    private final Folders folders;
    private Journal journal;
    private volatile Path setAside;

    JournalKeeper(HostSession session, Folders folders) {
        this.session = session;
        this.folders = folders;
    }

    /**
     * Does something with the journal, all or nothing.
     *
     * @throws RpcError where the journal cannot be read or written; it is opened afresh the next time
     */
    <T> T run(Journal.Work<T> work) throws RpcError {
        session.requireInitialized();
        try {
            if (journal == null) {
                journal = Journal.open(folders.journal());
                setAside = journal.setAside().orElse(null);
                if (setAside != null) {
                    session.tellState();
                }
            }
            return journal.together(work);
        } catch (JournalException e) {
            close();
            throw new RpcError(RpcError.JOURNAL_FAILED, session.messages().say("journal.failed", Map.of("reason", e.getMessage())));
        }
    }

    /** Says that a damaged journal was set aside. */
    Optional<Problem> problem() {
        return Optional.ofNullable(setAside)
                .map(aside -> new Problem(
                        folders.journal().toString(), 0, session.messages().say("journal.setAside", Map.of("aside", aside)),
                        session.messages().say("journal.setAside.remedy")));
    }

    void close() {
        if (journal != null) {
            try {
                journal.close();
            } catch (JournalException e) {
                System.err.println("tripostal-host: " + e.getMessage());
            }
            journal = null;
            setAside = null;
        }
    }
}
