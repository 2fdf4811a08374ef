package org.tripostal.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import org.tripostal.spam.LearnerException;
import org.tripostal.spam.Learners;
import org.tripostal.wire.RpcError;

/** Opens what was learned when it is first needed: for all accounts, or where the user wishes it for each. What is learned of many messages is put to use by a thread of its own, so that no message waits for it. */
final class LearnerKeeper {

    private final HostSession session;
    private final Learners learners;
    private final ExecutorService trainer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "learner");
        thread.setDaemon(true);
        return thread;
    });

    LearnerKeeper(HostSession session, Folders folders) {
        this.session = session;
        this.learners = new Learners(folders.data(), trainer, this::tellThatTrainingFailed,
                aside -> System.err.println("tripostal-host: what was learned could not be used and lies at " + aside));
    }

    /** What is done with the learner. */
    interface Work<T> {
        T with(Learners learners) throws LearnerException;
    }

    /**
     * Does something with what was learned.
     *
     * @throws RpcError where it cannot be read or written; it is opened afresh the next time
     */
    synchronized <T> T run(Work<T> work) throws RpcError {
        try {
            return work.with(learners);
        } catch (LearnerException e) {
            close();
            throw new RpcError(RpcError.LEARNER_FAILED, session.messages().say("learner.failed", Map.of("reason", e.getMessage())));
        }
    }

    /**
     * A message with what was learned of its like. Where the learner cannot be opened, the message is judged without it, and standard error has the reason.
     *
     * @param facts of any message; one that leaves is no matter for the learner
     */
    List<Object> with(List<Object> facts) {
        Optional<IncomingMessage> incoming = facts.stream().filter(IncomingMessage.class::isInstance).map(IncomingMessage.class::cast).findFirst();
        if (incoming.isEmpty()) {
            return facts;
        }
        try {
            return run(known -> known.judging(scope(incoming.get().account())).with(facts, session.messages()));
        } catch (RpcError e) {
            System.err.println("tripostal-host: " + e.getMessage());
            return facts;
        }
    }

    /** What learns the marks of an account: its own learner, or the one that all share. */
    String scope(String account) {
        return session.configuration().settings().learnerPerAccount() && !account.isEmpty() ? account : Learner.SHARED;
    }

    /** On the trainer's thread. What was marked is kept: it counts after the next mark, or the next start. */
    private void tellThatTrainingFailed(LearnerException failure) {
        System.err.println("tripostal-host: " + session.messages().say("learner.failed", Map.of("reason", failure.getMessage())));
    }

    synchronized void close() {
        learners.close();
    }
}
