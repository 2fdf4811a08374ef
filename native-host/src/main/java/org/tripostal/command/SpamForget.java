package org.tripostal.command;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tripostal.Messages;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import org.tripostal.spam.LearnerException;
import org.tripostal.spam.Learners;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tripostal spam forget}: forgets all that was learned. */
@Command(name = "forget", mixinStandardHelpOptions = true)
final class SpamForget implements Callable<Integer> {

    @Option(names = "--account", paramLabel = "ID", descriptionKey = "account")
    private String account;

    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() {
        Folders folders = Folders.ofUser();
        try {
            int spam = 0;
            int wanted = 0;
            for (String scope : account == null ? Learners.kept(folders.data()) : Set.of(account)) {
                try (Learner learner = OpenLearner.of(scope, folders, messages, line -> System.err.println("tripostal: " + line))) {
                    spam += learner.state().spam();
                    wanted += learner.state().wanted();
                    learner.forget();
                }
            }
            Tripostal.out().println(messages.say("spam.forgotten", Map.of("spam", spam, "wanted", wanted)));
            return Tripostal.OK;
        } catch (LearnerException e) {
            System.err.println("tripostal: " + e.getMessage());
            return Tripostal.SOMETHING_UNREADABLE;
        }
    }
}
