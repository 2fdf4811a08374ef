package org.tripostal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.action.SpamEvidence;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Decided;
import org.tripostal.engine.Explainer;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleSet;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal spam explain}: what weighed most in a message, evidence by evidence and, of what was learned, word by word. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class SpamExplain implements Callable<Integer> {

    @Option(names = "--most", paramLabel = "N", descriptionKey = "most")
    private int most = 20;

    @Option(names = "--account", paramLabel = "ID", descriptionKey = "account")
    private String account = Learner.SHARED;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files;

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);
    private int status = Tripostal.OK;

    @Override
    public Integer call() {
        RuleSet rules = RuleSet.builtIn(Set.of("spam"));
        Rfc822Reader reader = new Rfc822Reader(rules, locale);
        Configuration configuration = Configuration.load(Folders.ofUser(), locale);
        try (Learner learner = OpenLearner.orNone(account, Folders.ofUser(), messages, this::tell);
                Judge judge = new Judge(rules, configuration.facts())) {
            for (Path file : files) {
                explain(file, reader, judge, learner);
            }
            learner.state().needs(messages).ifPresent(Tripostal.out()::println);
        }
        return status;
    }

    private void explain(Path file, Rfc822Reader reader, Judge judge, Learner learner) {
        try {
            List<Object> facts = reader.incoming(Files.readAllBytes(file), new Recipient(Set.of(), Set.of(), Set.of())).facts();
            Decision decision = Resolver.resolve(judge.judge(learner.with(facts, messages)));
            PrintStream out = Tripostal.out();
            out.println(messages.say("spam.explain.head", Map.of("file", file, "verdict", decision.spam().verdict(), "score", decision.spam().score())));
            Explainer explainer = Explainer.forCheck(locale);
            decision.spam().evidence().stream().sorted((a, b) -> Double.compare(Math.abs(weight(b)), Math.abs(weight(a))))
                    .forEach(one -> out.printf(locale, "%+7.1f  %s%n", weight(one), explainer.because(one)));
            List<Learner.Weighed> weighed = learner.explain(facts, messages);
            if (!weighed.isEmpty()) {
                out.println(messages.say("spam.explain.learned"));
                weighed.stream().limit(most).forEach(one -> out.printf(locale, "%+9.3f  %s%n", one.weight(), one.words()));
            }
        } catch (IOException e) {
            tell(file + ": " + FileTrouble.reason(e, messages));
        } catch (RuleFailure e) {
            tell(file + ": " + messages.say("check.ruleFailed", Map.of("reason", e.getMessage())));
        }
    }

    private static double weight(Decided decided) {
        return ((SpamEvidence) decided.action()).weight();
    }

    private void tell(String line) {
        System.err.println("tripostal: " + line);
        status = Math.max(status, Tripostal.SOMETHING_UNREADABLE);
    }
}
