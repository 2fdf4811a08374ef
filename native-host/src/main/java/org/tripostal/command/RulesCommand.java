package org.tripostal.command;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tripostal rules}: for those who write rules. */
@Command(name = "rules", mixinStandardHelpOptions = true, subcommands = {RulesLint.class, RulesList.class, RulesTest.class, RulesNew.class, RulesExplain.class, RulesImport.class, RulesExport.class, RulesRemove.class})
final class RulesCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Whether somebody named a file or folder that is not there; it is told then. Nothing is missing where none was named. */
    static boolean isMissing(Path named, Messages messages) {
        if (named == null || Files.exists(named)) {
            return false;
        }
        System.err.println("tripostal: " + named + ": " + FileTrouble.reason(new NoSuchFileException(named.toString()), messages));
        return true;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), Messages.in(Locale.getDefault()).say("tripostal.noCommand", Map.of("commands", String.join(", ", spec.subcommands().keySet()))));
    }
}
