package org.tripostal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tripostal.Messages;
import org.tripostal.journal.Entry;
import org.tripostal.journal.Journal;
import org.tripostal.journal.JournalException;
import org.tripostal.settings.Folders;
import org.tripostal.settings.PrivateFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal journal undo}: leaves word that decisions are to be taken back. Thunderbird does it, at once when it is running. */
@Command(name = "undo", mixinStandardHelpOptions = true)
final class JournalUndo implements Callable<Integer> {

    @Option(names = "--last-run", descriptionKey = "lastRun")
    private boolean lastRun;

    @Parameters(paramLabel = "ID", arity = "0..*", descriptionKey = "ids")
    private List<Long> ids = new ArrayList<>();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final PrintStream out = Tripostal.out();
    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() {
        if (lastRun == !ids.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), messages.say("journal.undo.which"));
        }
        Folders folders = Folders.ofUser();
        if (Files.notExists(folders.journal())) {
            System.err.println("tripostal: " + messages.say("journal.none", Map.of("file", folders.journal())));
            return Tripostal.SOMETHING_UNREADABLE;
        }
        try (Journal journal = JournalCommand.open(folders, messages)) {
            int status = request(journal);
            PrivateFile.write(folders.journalRequests(), (Instant.now() + "\n").getBytes(StandardCharsets.UTF_8));
            return status;
        } catch (JournalException | IOException e) {
            System.err.println("tripostal: " + messages.say("journal.failed", Map.of("reason", e.getMessage())));
            return Tripostal.SOMETHING_UNREADABLE;
        }
    }

    private int request(Journal journal) throws JournalException {
        List<Entry> wanted = new ArrayList<>(lastRun ? journal.lastRun() : List.of());
        int status = Tripostal.OK;
        for (long id : ids) {
            Optional<Entry> entry = journal.standing(id);
            if (entry.isPresent()) {
                wanted.add(entry.get());
            } else {
                System.err.println("tripostal: " + messages.say("journal.undo.noEntry", Map.of("id", id)));
                status = Tripostal.SOMETHING_UNREADABLE;
            }
        }
        journal.mark(wanted.stream().map(Entry::id).toList(), Entry.Undo.REQUESTED);
        for (Entry entry : wanted) {
            out.println(entry.id() + "  " + entry.subject() + "  " + entry.to() + " -> " + entry.from());
        }
        out.println(wanted.isEmpty() ? messages.say("journal.undo.nothing") : messages.say("journal.undo.asked", Map.of("count", wanted.size())));
        return status;
    }
}
