package org.tripostal.command;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tripostal.Messages;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import org.tripostal.spam.LearnerException;
import picocli.CommandLine.Command;

/** {@code tripostal spam forget}: forgets all that was learned. */
@Command(name = "forget", mixinStandardHelpOptions = true)
final class SpamForget implements Callable<Integer> {

    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() {
        try (Learner learner = OpenLearner.shared(Folders.ofUser(), messages, line -> System.err.println("tripostal: " + line))) {
            Learner.State state = learner.state();
            learner.forget();
            Tripostal.out().println(messages.say("spam.forgotten", Map.of("spam", state.spam(), "wanted", state.wanted())));
            return Tripostal.OK;
        } catch (LearnerException e) {
            System.err.println("tripostal: " + e.getMessage());
            return Tripostal.SOMETHING_UNREADABLE;
        }
    }
}
