package org.tripostal.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tripostal.Messages;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import org.tripostal.spam.LearnerException;
import org.tripostal.spam.Learners;
import picocli.CommandLine.Command;

/** {@code tripostal spam export}: what is kept of each message that was learned, one JSON object a line. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class SpamExport implements Callable<Integer> {

    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() {
        Folders folders = Folders.ofUser();
        try {
            for (String scope : Learners.kept(folders.data())) {
                try (Learner learner = OpenLearner.of(scope, folders, messages, line -> System.err.println("tripostal: " + line))) {
                    export(scope, learner);
                }
            }
            return Tripostal.OK;
        } catch (LearnerException e) {
            System.err.println("tripostal: " + e.getMessage());
            return Tripostal.SOMETHING_UNREADABLE;
        }
    }

    private static void export(String scope, Learner learner) throws LearnerException {
        ObjectMapper json = new ObjectMapper();
        PrintStream out = Tripostal.out();
        learner.export((key, spam, features) -> {
            ObjectNode line = json.createObjectNode().put("learner", scope).put("key", key).put("spam", spam);
            ArrayNode hashes = line.putArray("features");
            for (int feature : features) {
                hashes.add(feature);
            }
            out.println(line);
        });
    }
}
