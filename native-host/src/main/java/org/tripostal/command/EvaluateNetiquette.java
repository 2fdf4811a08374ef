package org.tripostal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.engine.Judge;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleSet;
import org.tripostal.evaluation.LabelException;
import org.tripostal.evaluation.LabelledMessage;
import org.tripostal.evaluation.NetiquetteEvaluation;
import org.tripostal.evaluation.NetiquetteLabels;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal evaluate netiquette}: precision and recall of each finding on labelled messages, and the messages that went wrong. */
@Command(name = "netiquette", mixinStandardHelpOptions = true)
final class EvaluateNetiquette implements Callable<Integer> {

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--write", paramLabel = "DIR", descriptionKey = "write")
    private Path write;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files;

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);
    private int status = Tripostal.OK;

    @Override
    public Integer call() throws IOException {
        RuleSet rules = RuleSet.builtIn(Set.of("netiquette"));
        Configuration configuration = Configuration.load(Folders.ofUser(), locale);
        configuration.problems().forEach(problem -> fail(Tripostal.RULES_BROKEN, problem.shown()));
        Choices choices = configuration.settings().choices();
        try (Judge judge =
                new Judge(rules, strict ? configuration.strictFacts() : configuration.facts(), rule -> choices.runs(rule.pack(), rule.rule()))) {
            NetiquetteEvaluation evaluation = new NetiquetteEvaluation(judge, new Rfc822Reader(rules, locale), choices);
            NetiquetteLabels labels = new NetiquetteLabels(configuration.settings().limits().exposedRecipients());
            WrittenMail written = write == null ? null : new WrittenMail(write);
            for (Path file : files) {
                evaluate(file, labels, evaluation, written);
            }
            PrintStream out = Tripostal.out();
            NetiquetteReport report = new NetiquetteReport(evaluation.scores(), messages, locale);
            if (json) {
                report.printJson(out);
            } else {
                report.print(out);
            }
        }
        return status;
    }

    private void evaluate(Path file, NetiquetteLabels labels, NetiquetteEvaluation evaluation, WrittenMail written) {
        int number = 0;
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                if (!line.isBlank()) {
                    evaluate(labels.read(line, file.getFileName() + ":" + number), evaluation, written);
                }
            }
        } catch (LabelException e) {
            fail(Tripostal.SOMETHING_UNREADABLE, messages.say("evaluate.badLine", Map.of("file", file, "line", number, "reason", e.getMessage())));
        } catch (RuleFailure e) {
            fail(Tripostal.RULES_BROKEN, messages.say("evaluate.badLine", Map.of("file", file, "line", number, "reason", e.getMessage())));
        } catch (UncheckedIOException e) {
            unreadable(file, e.getCause());
        } catch (IOException e) {
            unreadable(file, e);
        }
    }

    private static void evaluate(LabelledMessage message, NetiquetteEvaluation evaluation, WrittenMail written) throws IOException, RuleFailure {
        evaluation.add(message);
        if (written != null) {
            written.add(message);
        }
    }

    private void unreadable(Path file, IOException e) {
        String reason = e instanceof CharacterCodingException ? messages.say("file.notUtf8") : FileTrouble.reason(e, messages);
        fail(Tripostal.SOMETHING_UNREADABLE, file + ": " + reason);
    }

    private void fail(int code, String line) {
        System.err.println("tripostal: " + line);
        status = Math.max(status, code);
    }
}
