package org.tripostal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.engine.Explanation;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.reader.Originals;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal rules explain}: which rules fired on a message, which nearly did, and the condition that failed. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class RulesExplain implements Callable<Integer> {

    @Option(names = "--outgoing", descriptionKey = "outgoing")
    private boolean outgoing;

    @Option(names = "--me", paramLabel = "ADDR", descriptionKey = "me")
    private Set<String> me = new HashSet<>();

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    private Path rulesFolder;

    @Option(names = "--all", descriptionKey = "all")
    private boolean all;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);

    @Override
    public Integer call() throws IOException {
        if (RulesCommand.isMissing(rulesFolder, messages)) {
            return Tripostal.SOMETHING_UNREADABLE;
        }
        PrintStream out = Tripostal.out();
        Folders folders = Folders.ofUser();
        RulesInForce rules = CheckRules.of(folders, rulesFolder, Set.of(), locale, IllegalArgumentException::new).wanted();
        List<Problem> problems = rules.problems(messages);
        problems.forEach(problem -> System.err.println("tripostal: " + problem.shown()));
        Configuration configuration = Configuration.load(folders, locale);
        Choices choices = configuration.settings().choices();
        Set<String> own = new HashSet<>();
        me.forEach(address -> own.add(address.toLowerCase(Locale.ROOT)));
        Rfc822Reader reader = new Rfc822Reader(rules.set(), locale);
        ReadMessage message;
        try {
            byte[] bytes = Files.readAllBytes(file);
            message = outgoing
                    ? reader.outgoing(bytes, own, Originals.NONE)
                    : reader.incoming(bytes, new Recipient(own, Set.of(), configuration.settings().authenticationServers()));
        } catch (IOException e) {
            System.err.println("tripostal: " + file + ": " + FileTrouble.reason(e, messages));
            return Tripostal.SOMETHING_UNREADABLE;
        }
        Explanation explanation = WithinTime.run(rules, messages, () ->
                Explanation.of(rules.set(), configuration.facts(), message.facts(), rule -> choices.runs(rule.pack(), rule.rule())));
        out.println(messages.say("rules.explain.fired"));
        explanation.fired().forEach(rule -> out.println("    " + shown(rule, folders)));
        if (explanation.fired().isEmpty()) {
            out.println("    " + messages.say("rules.explain.none"));
        }
        out.println(messages.say(all ? "rules.explain.missed" : "rules.explain.nearly"));
        List<Explanation.Miss> missed = toTell(explanation.missed());
        for (Explanation.Miss miss : missed) {
            out.println("    " + shown(miss.rule(), folders));
            out.println("        " + messages.say("rules.explain.failed", Map.of("held", miss.held(), "of", miss.of(), "condition", miss.failed())));
        }
        if (missed.isEmpty()) {
            out.println("    " + messages.say("rules.explain.none"));
        }
        return problems.isEmpty() ? Tripostal.OK : Tripostal.RULES_BROKEN;
    }

    /**
     * The author's own rules first. A built-in one of a single condition is near any message: nearly a hundred of them ask for a sign of spam each, and they would bury the
     * author's own.
     */
    private List<Explanation.Miss> toTell(List<Explanation.Miss> missed) {
        Set<String> builtIn = RuleSet.builtInPacks();
        return missed.stream()
                .filter(miss -> all || miss.nearly() && (miss.held() > 1 || !builtIn.contains(miss.rule().pack())))
                .sorted(Comparator.comparing((Explanation.Miss miss) -> builtIn.contains(miss.rule().pack())))
                .toList();
    }

    private static String shown(RuleInfo rule, Folders folders) {
        return rule.pack() + ": " + rule.rule() + " (" + RulesList.file(rule, folders) + ":" + rule.line() + ")";
    }
}
