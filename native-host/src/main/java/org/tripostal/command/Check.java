package org.tripostal.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleSet;
import org.tripostal.reader.Originals;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
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

    @Override
    public Integer call() throws IOException {
        RuleSet rules = RuleSet.builtIn(chosenPacks());
        Configuration configuration = Configuration.load(Folders.ofUser(), locale);
        configuration.problems().forEach(problem -> fail(Tripostal.RULES_BROKEN, problem.shown()));
        CheckReport report = json
                ? new CheckJson(locale, rules.packs().contains("spam") || packs.isEmpty())
                : new CheckText(locale, outgoing);
        try (OutputStream out = Tripostal.rawOut()) {
            int threads = outgoing ? 1 : Runtime.getRuntime().availableProcessors();
            new InOrder<MailFiles.Found, Outcome>(new MailFiles(paths), outcome -> tell(outcome, out))
                    .run(threads, () -> new Worker(rules, configuration, report));
        } catch (NobodyListens e) {
            fail(Tripostal.SOMETHING_UNREADABLE, messages.say("check.notWritten"));
        }
        return status;
    }

    private void tell(Outcome outcome, OutputStream out) {
        outcome.failures().forEach(failure -> fail(failure.code(), failure.line()));
        try {
            out.write(outcome.written());
        } catch (IOException e) {
            throw new NobodyListens();
        }
    }

    /**
     * What came of one file.
     *
     * @param written for standard output
     * @param failures for standard error
     */
    private record Outcome(byte[] written, List<Failure> failures) {}

    private record Failure(int code, String line) {}

    /** What one thread judges with. */
    private final class Worker implements Function<MailFiles.Found, Outcome>, AutoCloseable {

        private final CheckReport report;
        private final Choices choices;
        private final Judge judge;
        private final Rfc822Reader reader;
        private final Originals originals = thread == null ? Originals.NONE : Originals.in(thread);
        private final Recipient recipient;
        private final List<Failure> failures = new ArrayList<>();

        Worker(RuleSet rules, Configuration configuration, CheckReport report) {
            this.report = report;
            choices = configuration.settings().choices();
            judge = new Judge(rules, strict ? configuration.strictFacts() : configuration.facts(), rule -> choices.runs(rule.pack(), rule.rule()));
            reader = new Rfc822Reader(rules, locale);
            recipient = new Recipient(ownAddresses(), Set.of(), configuration.settings().authenticationServers());
        }

        @Override
        public Outcome apply(MailFiles.Found found) {
            failures.clear();
            byte[] written;
            try {
                written = found.trouble() == null ? judged(found.path()) : unreadable(found.path(), found.trouble());
            } catch (IOException e) {
                written = unreadable(found.path(), e);
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                // One message, however it is made, costs only itself.
                written = unreadable(found.path(), new IOException(e.toString(), e));
            }
            return new Outcome(written, List.copyOf(failures));
        }

        private byte[] judged(Path file) throws IOException {
            ReadMessage message = outgoing ? reader.outgoing(Files.readAllBytes(file), ownAddresses(), originals) : reader.incoming(file, recipient);
            return report.judged(file, message, decision(file, message));
        }

        private Decision decision(Path file, ReadMessage message) {
            try {
                return Resolver.resolve(judge.judge(message.facts()), choices.severities());
            } catch (RuleFailure e) {
                failures.add(new Failure(Tripostal.RULES_BROKEN, file + ": " + messages.say("check.ruleFailed", Map.of("reason", e.getMessage()))));
                return Resolver.resolve(List.of());
            }
        }

        private byte[] unreadable(Path file, IOException e) {
            String reason = FileTrouble.reason(e, messages);
            failures.add(new Failure(Tripostal.SOMETHING_UNREADABLE, file + ": " + reason));
            return report.unreadable(file, reason);
        }

        @Override
        public void close() {
            judge.close();
        }
    }

    /** What is written goes nowhere: the disk is full, or the reader of the pipe has gone. There is no sense in going on. */
    private static final class NobodyListens extends RuntimeException {
        private static final long serialVersionUID = 1L;
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

    private Set<String> chosenPacks() {
        Set<String> known = RuleSet.builtInPacks();
        for (String pack : packs) {
            if (!known.contains(pack)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), messages.say("check.noSuchPack", Map.of("pack", pack, "packs", String.join(", ", known))));
            }
        }
        return packs.isEmpty() ? known : packs;
    }
}
