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

    /**
     * What was learned; says where a state that could not be used was put.
     *
     * @param scope {@link Learner#SHARED}, or Thunderbird's id of an account
     */
    static Learner of(String scope, Folders folders, Messages messages, Consumer<String> told) throws LearnerException {
        Learner learner = Learner.open(folders.data(), scope);
        learner.state().setAside().ifPresent(aside -> told.accept(messages.say("learner.setAside", Map.of("aside", aside, "count", learner.state().spam() + learner.state().wanted()))));
        return learner;
    }

    /** The same; a learner that has learned nothing where it cannot be opened, which is told. */
    static Learner orNone(String scope, Folders folders, Messages messages, Consumer<String> told) {
        try {
            return of(scope, folders, messages, told);
        } catch (LearnerException e) {
            told.accept(e.getMessage());
            return Learner.none();
        }
    }
}
