package org.tripostal.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tripostal.Messages;
import org.tripostal.journal.Entry;
import org.tripostal.journal.EntryJson;
import org.tripostal.journal.Journal;
import org.tripostal.journal.JournalException;
import org.tripostal.settings.Folders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tripostal journal list}: the latest decisions, newest first. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class JournalList implements Callable<Integer> {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "limit")
    private int limit;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Messages messages = Messages.in(Locale.getDefault());
        if (limit < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), messages.say("journal.list.badLimit", Map.of("limit", limit)));
        }
        PrintStream out = Tripostal.out();
        Folders folders = Folders.ofUser();
        if (Files.notExists(folders.journal())) {
            System.err.println("tripostal: " + messages.say("journal.none", Map.of("file", folders.journal())));
            return Tripostal.OK;
        }
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault());
        try (Journal journal = JournalCommand.open(folders, messages)) {
            List<Entry> entries = journal.latest(limit, 0);
            if (entries.isEmpty()) {
                System.err.println("tripostal: " + messages.say("journal.empty"));
            }
            for (Entry entry : entries) {
                if (json) {
                    out.println(EntryJson.of(entry));
                } else {
                    out.println(entry.id() + "  " + time.format(entry.at()) + "  " + entry.author() + "  " + entry.subject());
                    out.println("    " + entry.from() + " -> " + entry.to() + "  " + messages.say("journal.undo." + entry.undo().name().toLowerCase(Locale.ROOT)));
                    for (JsonNode action : entry.decision().path("actions")) {
                        out.println("    " + action.path("rule").asText() + ": " + action.path("because").asText());
                    }
                }
            }
            return Tripostal.OK;
        } catch (JournalException e) {
            System.err.println("tripostal: " + messages.say("journal.failed", Map.of("reason", e.getMessage())));
            return Tripostal.SOMETHING_UNREADABLE;
        }
    }
}
