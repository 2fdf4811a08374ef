package org.tripostal.command;

import java.util.Map;
import java.util.function.Consumer;
import org.tripostal.Messages;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import org.tripostal.spam.LearnerException;

/** The learner of this user, as commands open it. */
final class OpenLearner {

    private OpenLearner() {}

    /** What was learned for all accounts; says where a state that could not be used was put. */
    static Learner shared(Folders folders, Messages messages, Consumer<String> told) throws LearnerException {
        Learner learner = Learner.open(folders.data(), Learner.SHARED);
        learner.state().setAside().ifPresent(aside -> told.accept(messages.say("learner.setAside", Map.of("aside", aside, "count", learner.state().spam() + learner.state().wanted()))));
        return learner;
    }

    /** The same; a learner that has learned nothing where it cannot be opened, which is told. */
    static Learner orNone(Folders folders, Messages messages, Consumer<String> told) {
        try {
            return shared(folders, messages, told);
        } catch (LearnerException e) {
            told.accept(e.getMessage());
            return Learner.none();
        }
    }
}
