package org.tripostal.method;

import java.time.Instant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    private static final Duration FORGETTING = Duration.ofDays(1);

    private final HostSession session;
    private final Folders folders;
    private final Instant started = Instant.now();
    private Journal journal;
    private volatile Path setAside;
    private volatile boolean anew;
    private volatile Instant nextForgetting = Instant.MIN;

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
        return alone(open -> open.together(work));
    }

    /**
     * Does something with the journal that cannot be part of a larger change.
     *
     * @throws RpcError where the journal cannot be read or written; it is opened afresh the next time
     */
    <T> T alone(Journal.Work<T> work) throws RpcError {
        session.requireInitialized();
        try {
            boolean gone = journal != null && !journal.isInPlace();
            if (gone) {
                close();
                begunAnew();
            }
            if (journal == null) {
                // Of a journal that went while this program ran nobody knows what it held: what is there now counts as dealt with.
                journal = Journal.open(folders.journal(), gone ? Instant.now() : started);
                setAside = journal.setAside().orElse(null);
                if (setAside != null) {
                    session.tellState();
                }
            }
            forgetOld();
            return work.with(journal);
        } catch (JournalException e) {
            close();
            throw new RpcError(RpcError.JOURNAL_FAILED, session.messages().say("journal.failed", Map.of("reason", e.getMessage())));
        }
    }

    /** Once a day: what is older than the user wants it kept. */
    private void forgetOld() throws JournalException {
        Instant now = Instant.now();
        if (now.isAfter(nextForgetting)) {
            journal.forgetBefore(now.minus(Duration.ofDays(session.configuration().settings().journalDays())));
            nextForgetting = now.plus(FORGETTING);
        }
    }

    /** The user wants it kept longer, or less long. */
    void configurationChanged() {
        nextForgetting = Instant.MIN;
    }

    /** An older journal was deleted, or emptied: said as long as this program runs. */
    void begunAnew() {
        if (!anew) {
            anew = true;
            session.tellState();
        }
    }

    /** Says that a damaged journal was set aside, or that one is gone. */
    Optional<Problem> problem() {
        if (setAside != null) {
            return Optional.of(problem("journal.setAside", Map.of("aside", setAside)));
        }
        return anew ? Optional.of(problem("journal.gone", Map.of())) : Optional.empty();
    }

    private Problem problem(String key, Map<String, Object> values) {
        return new Problem(folders.journal().toString(), 0, session.messages().say(key, values), session.messages().say(key + ".remedy"));
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
