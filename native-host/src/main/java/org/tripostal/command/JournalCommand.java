package org.tripostal.command;

import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;
import org.tripostal.journal.Journal;
import org.tripostal.journal.JournalException;
import org.tripostal.settings.Folders;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tripostal journal}: what was done, and the way back. */
@Command(name = "journal", mixinStandardHelpOptions = true, subcommands = {JournalList.class, JournalUndo.class})
final class JournalCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Opens the journal; that a damaged one was set aside for a new one is told. */
    static Journal open(Folders folders, Messages messages) throws JournalException {
        Journal journal = Journal.open(folders.journal());
        journal.setAside().ifPresent(aside ->
                System.err.println("tripostal: " + messages.say("journal.setAside", Map.of("aside", aside)) + " " + messages.say("journal.setAside.remedy")));
        return journal;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), Messages.in(Locale.getDefault()).say("tripostal.noCommand", Map.of("commands", String.join(", ", spec.subcommands().keySet()))));
    }
}
