package org.tripostal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.engine.RuleSet;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import org.tripostal.spam.LearnerException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal learn}: trains the learner by messages in files. */
@Command(name = "learn", mixinStandardHelpOptions = true)
final class Learn implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Kind kind;

    private static final class Kind {
        @Option(names = "--spam", descriptionKey = "spam", required = true)
        private boolean spam;

        @Option(names = "--ham", descriptionKey = "ham", required = true)
        private boolean ham;
    }

    @Option(names = "--account", paramLabel = "ID", descriptionKey = "account")
    private String account = Learner.SHARED;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "paths")
    private List<Path> paths;

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);
    private int status = Tripostal.OK;

    @Override
    public Integer call() {
        List<Path> files = new ArrayList<>();
        new MailFiles(paths).forEach(files::add, this::unreadable);
        Rfc822Reader reader = new Rfc822Reader(RuleSet.builtIn(Set.of("spam")), locale);
        // Reading is what takes the time: on all cores, in order.
        List<Learner.Prepared> prepared = files.parallelStream().map(file -> prepared(reader, file)).filter(Objects::nonNull).toList();
        try (Learner learner = OpenLearner.of(account, Folders.ofUser(), messages, this::tell)) {
            int changed = learner.learnPrepared(prepared);
            Learner.State state = learner.state();
            Tripostal.out().println(messages.say("learn.done", Map.of(
                    "read", prepared.size(), "changed", changed, "spam", state.spam(), "wanted", state.wanted(), "few", Learner.FEWEST)));
            state.needs(messages).ifPresent(Tripostal.out()::println);
        } catch (LearnerException e) {
            tell(e.getMessage());
        }
        return status;
    }

    private Learner.Prepared prepared(Rfc822Reader reader, Path file) {
        try {
            List<Object> facts = reader.incoming(Files.readAllBytes(file), new Recipient(Set.of(), Set.of(), Set.of())).facts();
            return Learner.prepare(((IncomingMessage) facts.get(0)).messageId(), kind.spam, facts);
        } catch (IOException e) {
            unreadable(file, e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // One message, however it is made, costs only itself.
            unreadable(file, new IOException(e.toString(), e));
        }
        return null;
    }

    private void unreadable(Path file, IOException e) {
        tell(file + ": " + FileTrouble.reason(e, messages));
    }

    private synchronized void tell(String line) {
        System.err.println("tripostal: " + line);
        status = Math.max(status, Tripostal.SOMETHING_UNREADABLE);
    }
}
