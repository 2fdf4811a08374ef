package org.tripostal.command;

import java.io.IOException;
import java.io.PrintStream;
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
        PrintStream out = Tripostal.out();
        RuleSet set = rules.wanted().set();
        CheckReport report = json
                ? new CheckJson(out, locale, set.packs().contains("spam") || packs.isEmpty())
                : new CheckText(out, locale, outgoing);
        try (CheckJudge judge = new CheckJudge(rules, configuration, strict, watchdog, locale, this::ruleFailed)) {
            Rfc822Reader reader = new Rfc822Reader(set, locale);
            Originals originals = thread == null ? Originals.NONE : Originals.in(thread);
            Recipient recipient = new Recipient(ownAddresses(), Set.of(), configuration.settings().authenticationServers());
            MailFiles files = new MailFiles(paths);
            files.forEach(
                    file -> {
                        boolean told = progress != null && progress.isToldAlready();
                        if (told && rulesFolder == null) {
                            return; // where there is something to count, it is counted again
                        }
                        try {
                            byte[] bytes = Files.readAllBytes(file);
                            ReadMessage message = outgoing ? reader.outgoing(bytes, ownAddresses(), originals) : reader.incoming(bytes, recipient);
                            CheckJudge.Judged judged = judge.judged(message.facts());
                            if (!told) {
                                report.judged(file, message, judged.then(), judged.now());
                            }
                        } catch (IOException e) {
                            unreadable(report, file, e);
                        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                            // One message, however it is made, costs only itself.
                            unreadable(report, file, new IOException(e.toString(), e));
                        }
                        if (out.checkError()) {
                            throw new NobodyListens();
                        }
                        if (progress != null) {
                            progress.told();
                        }
                    },
                    (file, e) -> {
                        if (progress == null || !progress.isToldAlready()) {
                            unreadable(report, file, e);
                        }
                        if (progress != null) {
                            progress.told();
                        }
                    });
            judge.summary().forEach(line -> (json ? System.err : out).println(line));
        } catch (NobodyListens e) {
            fail(Tripostal.SOMETHING_UNREADABLE, messages.say("check.notWritten"));
        }
        return status;
    }

    private void ruleFailed(String reason) {
        fail(Tripostal.RULES_BROKEN, reason);
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
}
