package org.tripostal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.user.CompilerProcess;
import org.tripostal.engine.user.RuleFile;
import org.tripostal.engine.user.RuleWorkshop;
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.engine.user.SetAside;
import org.tripostal.engine.user.UserRules;
import org.tripostal.reader.Originals;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal check}: judges files; changes nothing. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {

    @Option(names = "--outgoing", descriptionKey = "outgoing")
    private boolean outgoing;

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Option(names = "--thread", paramLabel = "PATH", descriptionKey = "thread")
    private Path thread;

    @Option(names = "--me", paramLabel = "ADDR", descriptionKey = "me")
    private Set<String> me = new HashSet<>();

    @Option(names = "--pack", paramLabel = "NAME", split = ",", descriptionKey = "pack")
    private Set<String> packs = new TreeSet<>();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);
    private int status = Tripostal.OK;
    private Learner learner;

    @Override
    public Integer call() throws IOException {
        Folders folders = Folders.ofUser();
        RulesInForce inForce = inForce(folders);
        RuleSet rules = inForce.set();
        Configuration configuration = Configuration.load(folders, locale);
        configuration.problems().forEach(problem -> fail(Tripostal.RULES_BROKEN, problem.shown()));
        inForce.problems(messages).forEach(problem -> fail(Tripostal.RULES_BROKEN, problem.shown()));
        PrintStream out = Tripostal.out();
        CheckReport report = json
                ? new CheckJson(out, locale, rules.packs().contains("spam") || packs.isEmpty())
                : new CheckText(out, locale, outgoing);
        learner = OpenLearner.orNone(Folders.ofUser(), messages, line -> fail(Tripostal.SOMETHING_UNREADABLE, line));
        Choices choices = configuration.settings().choices();
        try (Judge judge =
                new Judge(rules, strict ? configuration.strictFacts() : configuration.facts(), rule -> choices.runs(rule.pack(), rule.rule()))) {
            Rfc822Reader reader = new Rfc822Reader(rules, locale);
            Originals originals = thread == null ? Originals.NONE : Originals.in(thread);
            Recipient recipient = new Recipient(ownAddresses(), Set.of(), configuration.settings().authenticationServers());
            MailFiles files = new MailFiles(paths);
            files.forEach(
                    file -> {
                        try {
                            byte[] bytes = Files.readAllBytes(file);
                            ReadMessage message = outgoing ? reader.outgoing(bytes, ownAddresses(), originals) : reader.incoming(bytes, recipient);
                            report.judged(file, message, judged(judge, choices, file, message));
                        } catch (IOException e) {
                            unreadable(report, file, e);
                        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                            // One message, however it is made, costs only itself.
                            unreadable(report, file, new IOException(e.toString(), e));
                        }
                        if (out.checkError()) {
                            throw new NobodyListens();
                        }
                    },
                    (file, e) -> unreadable(report, file, e));
        } catch (NobodyListens e) {
            fail(Tripostal.SOMETHING_UNREADABLE, messages.say("check.notWritten"));
        }
        return status;
    }

    /** What is written goes nowhere: the disk is full, or the reader of the pipe has gone. There is no sense in going on. */
    private static final class NobodyListens extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Decision judged(Judge judge, Choices choices, Path file, ReadMessage message) {
        try {
            return Resolver.resolve(judge.judge(outgoing ? message.facts() : learner.with(message.facts())), choices.severities());
        } catch (RuleFailure e) {
            fail(Tripostal.RULES_BROKEN, file + ": " + messages.say("check.ruleFailed", Map.of("reason", e.getMessage())));
            return Resolver.resolve(List.of());
        }
    }

    private void unreadable(CheckReport report, Path file, IOException e) {
        String reason = FileTrouble.reason(e, messages);
        fail(Tripostal.SOMETHING_UNREADABLE, file + ": " + reason);
        report.unreadable(file, reason);
    }

    /** Broken rules are the graver news: an unreadable file can be seen in the report. */
    private void fail(int code, String line) {
        System.err.println("tripostal: " + line);
        status = Math.max(status, code);
    }

    private Set<String> ownAddresses() {
        Set<String> own = new HashSet<>();
        me.forEach(address -> own.add(address.toLowerCase(Locale.ROOT)));
        return own;
    }

    /** Built-in packs and the user's rules, as the command asks for them; what is not compiled yet is compiled first. */
    private RulesInForce inForce(Folders folders) throws IOException {
        Set<String> builtIn = RuleSet.builtInPacks();
        Set<String> ofUser = new TreeSet<>();
        if (packs.isEmpty() || packs.stream().anyMatch(pack -> !builtIn.contains(pack))) {
            UserRules rules = new RuleWorkshop(folders.rules(), folders.compiledRules(), CompilerProcess.ofProgram()).upToDate();
            rules.inForce().forEach(file -> ofUser.add(RuleFile.pack(file.name())));
            ofUser.add(RuleFile.PACK);
            requireKnown(builtIn, ofUser);
            return RulesInForce.of(chosen(builtIn), rules, SetAside.read(folders.rulesSetAside()), this::isChosen);
        }
        return RulesInForce.of(packs, UserRules.NONE, SetAside.read(folders.rulesSetAside()), pack -> false);
    }

    private Set<String> chosen(Set<String> builtIn) {
        Set<String> chosen = new TreeSet<>(builtIn);
        chosen.removeIf(pack -> !packs.isEmpty() && !packs.contains(pack));
        return chosen;
    }

    /** {@code user} means all of the user's packs. */
    private boolean isChosen(String userPack) {
        return packs.isEmpty() || packs.contains(userPack) || packs.contains(RuleFile.PACK);
    }

    private void requireKnown(Set<String> builtIn, Set<String> ofUser) {
        Set<String> known = new TreeSet<>(builtIn);
        known.addAll(ofUser);
        for (String pack : packs) {
            if (!known.contains(pack)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), messages.say("check.noSuchPack", Map.of("pack", pack, "packs", String.join(", ", known))));
            }
        }
    }
}
