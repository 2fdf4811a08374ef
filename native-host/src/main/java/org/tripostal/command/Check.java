package org.tripostal.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.Watchdog;
import org.tripostal.reader.Originals;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
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

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    private Path rulesFolder;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);
    private int status = Tripostal.OK;
    private CheckRules rules;
    private CheckProgress progress;
    private Watchdog watchdog;
    private int threads = 1;
    private int count;
    private Learner learner;

    @Override
    public Integer call() throws IOException {
        Folders folders = Folders.ofUser();
        progress = CheckProgress.ofChild();
        if (progress == null && CheckRules.areNeeded(folders, rulesFolder, packs)) {
            return CheckChild.run(spec.root().commandLine().getParseResult().originalArgs());
        }
        rules = CheckRules.of(folders, rulesFolder, packs, locale, problem -> new CommandLine.ParameterException(spec.commandLine(), problem));
        watchdog = progress == null ? null : new Watchdog(this::endOver);
        Configuration configuration = Configuration.load(folders, locale);
        List<Problem> problems = new ArrayList<>(configuration.problems());
        problems.addAll(rules.wanted().problems(messages));
        if (rulesFolder != null && Files.notExists(rulesFolder)) {
            problems.add(new Problem(rulesFolder.toString(), 0, FileTrouble.reason(new NoSuchFileException(rulesFolder.toString()), messages), ""));
        }
        if (progress == null || !progress.resumes()) {
            problems.forEach(problem -> System.err.println("tripostal: " + problem.shown()));
        }
        status = problems.isEmpty() ? Tripostal.OK : Tripostal.RULES_BROKEN;
        if (thread != null && Files.notExists(thread) && (progress == null || !progress.resumes())) {
            fail(Tripostal.SOMETHING_UNREADABLE, thread + ": " + FileTrouble.reason(new NoSuchFileException(thread.toString()), messages));
        }
        RuleSet set = rules.wanted().set();
        learner = set.packs().contains("spam") && !outgoing ? OpenLearner.orNone(Learner.SHARED, folders, messages, line -> fail(Tripostal.SOMETHING_UNREADABLE, line)) : Learner.none();
        CheckReport report = json ? new CheckJson(locale, set.packs().contains("spam") || packs.isEmpty()) : new CheckText(locale, outgoing);
        // Rules of somebody's own may be set aside between two messages, so they judge one after the other; so do replies, which share their originals.
        threads = progress == null && rules.now() == null && !outgoing ? Runtime.getRuntime().availableProcessors() : 1;
        List<String> summary = new ArrayList<>();
        try (OutputStream out = Tripostal.rawOut()) {
            new InOrder<MailFiles.Found, Outcome>(new MailFiles(paths), outcome -> tell(outcome, out))
                    .run(threads, () -> new Worker(set, configuration, report, summary));
            if (count == 0) {
                System.err.println("tripostal: " + messages.say("check.noMail"));
            }
            for (String line : summary) {
                (json ? System.err : out).write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (NobodyListens e) {
            fail(Tripostal.SOMETHING_UNREADABLE, messages.say("check.notWritten"));
        }
        return status;
    }

    private void tell(Outcome outcome, OutputStream out) {
        count++;
        outcome.failures().forEach(failure -> fail(failure.code(), failure.line()));
        try {
            out.write(outcome.written());
        } catch (IOException e) {
            throw new NobodyListens();
        }
        if (progress != null) {
            progress.told();
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

        private static final byte[] NOTHING = {};

        private final CheckReport report;
        private final CheckJudge judge;
        private final Rfc822Reader reader;
        private final Originals originals = thread == null || Files.notExists(thread) ? Originals.NONE : Originals.in(thread);
        private final Recipient recipient;
        private final List<String> summary;
        private final List<Failure> failures = new ArrayList<>();

        Worker(RuleSet set, Configuration configuration, CheckReport report, List<String> summary) {
            this.report = report;
            this.summary = summary;
            judge = new CheckJudge(rules, configuration, strict, watchdog, locale, reason -> failed(Tripostal.RULES_BROKEN, reason));
            reader = new Rfc822Reader(set, locale);
            recipient = new Recipient(ownAddresses(), Set.of(), configuration.settings().authenticationServers());
        }

        @Override
        public Outcome apply(MailFiles.Found found) {
            failures.clear();
            boolean told = progress != null && progress.isToldAlready();
            byte[] written = NOTHING;
            if (!told || rulesFolder != null) { // where there is something to count, it is counted again
                try {
                    written = found.trouble() == null ? judged(found.path()) : unreadable(found.path(), found.trouble());
                } catch (IOException e) {
                    written = unreadable(found.path(), e);
                } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                    // One message, however it is made, costs only itself.
                    written = unreadable(found.path(), new IOException(e.toString(), e));
                }
            }
            return new Outcome(told ? NOTHING : written, List.copyOf(failures));
        }

        private byte[] judged(Path file) throws IOException {
            ReadMessage message = outgoing ? reader.outgoing(Files.readAllBytes(file), ownAddresses(), originals) : reader.incoming(file, recipient);
            CheckJudge.Judged judged = judge.judged(learner.with(message.facts(), messages));
            return report.judged(file, message, judged.then(), judged.now());
        }

        private byte[] unreadable(Path file, IOException e) {
            String reason = FileTrouble.reason(e, messages);
            failed(Tripostal.SOMETHING_UNREADABLE, file + ": " + reason);
            return report.unreadable(file, reason);
        }

        /** Where one thread works, at once: the watchdog may end this process before the message is through. */
        private void failed(int code, String line) {
            if (threads == 1) {
                fail(code, line);
            } else {
                failures.add(new Failure(code, line));
            }
        }

        @Override
        public void close() {
            if (threads == 1) {
                summary.addAll(judge.summary());
            }
            judge.close();
        }
    }

    /** On the watchdog's thread: this process cannot go on, and another will, without the rule. */
    private void endOver(Optional<RuleInfo> culprit) {
        try {
            Optional<Problem> problem = culprit.isEmpty() ? Optional.empty() : rules.wanted().setAside(culprit.get(), RuleFailure.Kind.ENDLESS, "", messages);
            System.err.println("tripostal: " + problem.map(Problem::shown).orElse(RuleFailure.endless(culprit).getMessage()));
            if (problem.isPresent()) {
                progress.note();
                Runtime.getRuntime().halt(CheckChild.ENDED_OVER_A_RULE);
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("tripostal: " + e);
        } finally {
            Runtime.getRuntime().halt(Tripostal.RULES_BROKEN);
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
}
