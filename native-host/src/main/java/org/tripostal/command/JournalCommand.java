package org.tripostal.command;

import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tripostal journal}: what was done, and the way back. */
@Command(name = "journal", mixinStandardHelpOptions = true, subcommands = {JournalList.class, JournalUndo.class})
final class JournalCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), Messages.in(Locale.getDefault()).say("tripostal.noCommand", Map.of("commands", String.join(", ", spec.subcommands().keySet()))));
    }
}
