package org.tripostal.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tripostal.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says how a command was called wrongly, and how it is called. Picocli's own words for that are English only. */
final class CalledWrongly implements CommandLine.IParameterExceptionHandler {

    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println(said(wrong));
        List<String> instead = wrong instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (instead.isEmpty()) {
            wrong.getCommandLine().usage(err);
        } else {
            err.println(messages.say("called.instead", Map.of("names", String.join(", ", instead))));
        }
        return Tripostal.USAGE;
    }

    private String said(CommandLine.ParameterException wrong) {
        if (wrong instanceof CommandLine.MissingParameterException missing && !missing.getMissing().isEmpty()) {
            return messages.say("called.missing", Map.of("names", missing.getMissing().stream().map(CalledWrongly::name).collect(Collectors.joining(", "))));
        }
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            return messages.say(unmatched.isUnknownOption() ? "called.unknownOption" : "called.unmatched", Map.of("name", unmatched.getUnmatched().get(0)));
        }
        return wrong.getMessage();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
