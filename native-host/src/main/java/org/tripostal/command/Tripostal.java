package org.tripostal.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.tripostal.Messages;
import org.tripostal.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code tripostal}. */
@Command(name = "tripostal", mixinStandardHelpOptions = true, subcommands = {Check.class, Learn.class, SpamCommand.class, Register.class, Unregister.class, DoctorCommand.class, JournalCommand.class, DataCommand.class, Evaluate.class, RulesCommand.class},
        versionProvider = Tripostal.VersionOfProgram.class)
public final class Tripostal implements Runnable {

    static final int OK = 0;
    static final int SOMETHING_UNREADABLE = 1;
    static final int RULES_BROKEN = 2;
    static final int USAGE = 64;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and returns its exit status: 64 where it was called wrongly. */
    public static int run(List<String> args) {
        CheckChild.speakAsTheParent();
        CommandLine commandLine = new CommandLine(switch (args.isEmpty() ? "" : args.get(0)) {
            case "check" -> new OnlyCheck();
            case "learn" -> new OnlyLearn();
            default -> new Tripostal();
        });
        commandLine.setResourceBundle(ResourceBundle.getBundle(
                "org.tripostal.messages", Locale.getDefault(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        commandLine.setExitCodeExceptionMapper(error -> error instanceof CommandLine.ParameterException ? USAGE : SOMETHING_UNREADABLE);
        commandLine.setParameterExceptionHandler(new CalledWrongly());
        everyCommand(commandLine);
        return commandLine.execute(args.toArray(String[]::new));
    }

    /** For the commands that have to be quick: reading what all the other commands are made of takes longer than judging a thousand messages. */
    @Command(name = "tripostal", subcommands = Check.class)
    private static final class OnlyCheck {}

    @Command(name = "tripostal", subcommands = Learn.class)
    private static final class OnlyLearn {}

    private static void everyCommand(CommandLine commandLine) {
        commandLine.getCommandSpec().exitCodeOnInvalidInput(USAGE);
        commandLine.getSubcommands().values().forEach(Tripostal::everyCommand);
    }

    /** Standard output in UTF-8, whatever the language of the system: subjects and names are in any script. */
    static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /** Standard output for bytes that are text already; not buffered, an error is an exception. */
    static OutputStream rawOut() {
        return new FileOutputStream(FileDescriptor.out);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), Messages.in(Locale.getDefault()).say("tripostal.noCommand", Map.of("commands", String.join(", ", spec.subcommands().keySet()))));
    }

    static final class VersionOfProgram implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tripostal " + Version.CURRENT};
        }
    }
}
