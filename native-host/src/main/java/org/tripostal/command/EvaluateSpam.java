package org.tripostal.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleSet;
import org.tripostal.evaluation.JudgedMail;
import org.tripostal.evaluation.LabelledMail;
import org.tripostal.evaluation.SpamJudge;
import org.tripostal.evaluation.SpamScores;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal evaluate spam}: false alarms, misses and ROC points for folders {@code SET/{ham,spam}}, and which messages went wrong. */
@Command(name = "spam", mixinStandardHelpOptions = true)
final class EvaluateSpam implements Callable<Integer> {

    @Option(names = "--train", paramLabel = "FOLDER", descriptionKey = "train")
    private List<Path> train = List.of();

    @Option(names = "--untrained", descriptionKey = "untrained")
    private boolean untrained;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--roc", paramLabel = "FILE", descriptionKey = "roc")
    private Path roc;

    @Option(names = "--chronological", paramLabel = "FILE", descriptionKey = "chronological")
    private Path chronological;

    @Option(names = "--fit", paramLabel = "FILE", descriptionKey = "fit")
    private Path fit;

    @Parameters(arity = "1..*", paramLabel = "SET", descriptionKey = "sets")
    private List<Path> sets;

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);
    private final RuleSet rules = RuleSet.builtIn(Set.of("spam"));
    private Configuration configuration;
    private int status = Tripostal.OK;

    @Override
    public Integer call() throws IOException {
        configuration = Configuration.load(Folders.ofUser(), locale);
        configuration.problems().forEach(problem -> tell(Tripostal.RULES_BROKEN, problem.shown()));
        List<LabelledMail> mail = all(sets);
        try {
            if (fit != null) {
                new SpamFit(messages).write(mapped(mail, (judge, one) -> SpamFit.Signed.of(one, judge.facts(one))), fit);
            } else if (chronological != null) {
                new SpamChronology(messages).run(mapped(mail, (judge, one) -> SpamChronology.met(one, judge)), chronological);
            } else {
                score(mail);
            }
        } catch (UncheckedIOException e) {
            tell(Tripostal.SOMETHING_UNREADABLE, FileTrouble.reason(e.getCause(), messages));
        }
        return status;
    }

    private void score(List<LabelledMail> mail) throws IOException {
        SpamScores scores = new SpamScores();
        try (Learner learner = learner()) {
            mapped(mail, (judge, one) -> judge.judge(one, judge.facts(one), learner)).forEach(scores::count);
        }
        SpamReport report = new SpamReport(scores, messages, locale);
        if (json) {
            report.printJson(Tripostal.out());
        } else {
            report.print(Tripostal.out());
        }
        if (roc != null) {
            report.writeCurves(roc);
        }
    }

    private Learner learner() throws IOException {
        if (untrained) {
            return Learner.none();
        }
        if (train.isEmpty()) {
            return OpenLearner.orNone(Learner.SHARED, Folders.ofUser(), messages, line -> tell(Tripostal.SOMETHING_UNREADABLE, line));
        }
        return Learner.of(mapped(all(train), (judge, one) -> prepared(one, judge.facts(one))));
    }

    private static Learner.Prepared prepared(LabelledMail mail, List<Object> facts) {
        return Learner.prepare(((IncomingMessage) facts.get(0)).messageId(), mail.spam(), facts);
    }

    private List<LabelledMail> all(List<Path> folders) {
        List<LabelledMail> mail = new ArrayList<>();
        for (Path folder : folders) {
            try {
                List<LabelledMail> found = LabelledMail.in(folder);
                if (found.isEmpty()) {
                    tell(Tripostal.SOMETHING_UNREADABLE, messages.say("evaluate.spam.noSet", Map.of("folder", folder)));
                }
                mail.addAll(found);
            } catch (IOException e) {
                tell(Tripostal.SOMETHING_UNREADABLE, folder + ": " + FileTrouble.reason(e, messages));
            }
        }
        return mail;
    }

    private interface Work<R> {
        R on(SpamJudge judge, LabelledMail mail) throws IOException, RuleFailure;
    }

    /** What comes of each message, on all cores and in order; one that cannot be read or judged is told and left out. */
    private <R> List<R> mapped(List<LabelledMail> mail, Work<R> work) {
        List<R> results = new ArrayList<>();
        new InOrder<LabelledMail, Result<R>>(mail.iterator(), result -> {
            if (result.value() == null) {
                tell(result.status(), result.trouble());
            } else {
                results.add(result.value());
            }
        }).run(Runtime.getRuntime().availableProcessors(), () -> new Worker<>(work));
        return results;
    }

    private record Result<R>(R value, int status, String trouble) {}

    private final class Worker<R> implements Function<LabelledMail, Result<R>>, AutoCloseable {

        private final SpamJudge judge = new SpamJudge(rules, configuration, locale);
        private final Work<R> work;

        Worker(Work<R> work) {
            this.work = work;
        }

        @Override
        public Result<R> apply(LabelledMail mail) {
            try {
                return new Result<>(Objects.requireNonNull(work.on(judge, mail)), Tripostal.OK, "");
            } catch (IOException e) {
                return new Result<>(null, Tripostal.SOMETHING_UNREADABLE, mail.file() + ": " + FileTrouble.reason(e, messages));
            } catch (RuleFailure e) {
                return new Result<>(null, Tripostal.RULES_BROKEN, mail.file() + ": " + messages.say("check.ruleFailed", Map.of("reason", e.getMessage())));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                // One message, however it is made, costs only itself.
                return new Result<>(null, Tripostal.SOMETHING_UNREADABLE, mail.file() + ": " + e);
            }
        }

        @Override
        public void close() {
            judge.close();
        }
    }

    private void tell(int code, String line) {
        System.err.println("tripostal: " + line);
        status = Math.max(status, code);
    }
}
