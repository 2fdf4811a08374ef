package org.tripostal.command;

import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tripostal rules}: for those who write rules. */
@Command(name = "rules", mixinStandardHelpOptions = true, subcommands = {RulesLint.class, RulesList.class, RulesTest.class, RulesNew.class, RulesExplain.class, RulesImport.class, RulesExport.class, RulesRemove.class})
final class RulesCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), Messages.in(Locale.getDefault()).say("tripostal.noCommand", Map.of("commands", String.join(", ", spec.subcommands().keySet()))));
    }
}
