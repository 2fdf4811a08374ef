package org.tripostal.method;

import java.util.Map;
import java.util.Optional;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import org.tripostal.spam.LearnerException;
import org.tripostal.wire.RpcError;

/** Opens what was learned when it is first needed. It holds for all accounts. */
final class LearnerKeeper {

    private final HostSession session;
    private final Folders folders;
    private Learner learner;

    LearnerKeeper(HostSession session, Folders folders) {
        this.session = session;
        this.folders = folders;
    }

    /** What is done with the learner. */
    interface Work<T> {
        T with(Learner learner) throws LearnerException;
    }

    /**
     * Does something with the learner.
     *
     * @throws RpcError where it cannot be read or written; it is opened afresh the next time
     */
    synchronized <T> T run(Work<T> work) throws RpcError {
        try {
            if (learner == null) {
                learner = Learner.open(folders.data(), Learner.SHARED);
            }
            return work.with(learner);
        } catch (LearnerException e) {
            close();
            throw new RpcError(RpcError.LEARNER_FAILED, session.messages().say("learner.failed", Map.of("reason", e.getMessage())));
        }
    }

    synchronized void close() {
        Optional.ofNullable(learner).ifPresent(Learner::close);
        learner = null;
    }
}
