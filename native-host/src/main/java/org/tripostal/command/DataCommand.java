package org.tripostal.command;

import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tripostal data}: what is kept on this computer, and how to wipe it. */
@Command(name = "data", mixinStandardHelpOptions = true, subcommands = {DataList.class, DataWipe.class})
final class DataCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), Messages.in(Locale.getDefault()).say("tripostal.noCommand", Map.of("commands", String.join(", ", spec.subcommands().keySet()))));
    }
}
