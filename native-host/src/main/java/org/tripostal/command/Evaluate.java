package org.tripostal.command;

import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tripostal evaluate}: how right the rules are on messages that people have labelled. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, subcommands = {EvaluateNetiquette.class, EvaluateSpam.class})
final class Evaluate implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), Messages.in(Locale.getDefault()).say("tripostal.noCommand", Map.of("commands", String.join(", ", spec.subcommands().keySet()))));
    }
}
