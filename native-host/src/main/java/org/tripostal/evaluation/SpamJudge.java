package org.tripostal.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tripostal.Messages;
import org.tripostal.action.SpamEvidence;
import org.tripostal.engine.Decided;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Explainer;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleSet;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.spam.Learner;

/** Judges labelled messages as {@code check} judges files. One a thread. */
public final class SpamJudge implements AutoCloseable {

    private final Judge judge;
    private final Rfc822Reader reader;
    private final Recipient recipient;
    private final Explainer explainer;
    private final Choices choices;
    private final Messages messages;

    /** By these rules and this configuration. */
    public SpamJudge(RuleSet rules, Configuration configuration, Locale locale) {
        choices = configuration.settings().choices();
        judge = new Judge(rules, configuration.facts(), rule -> choices.runs(rule.pack(), rule.rule()));
        reader = new Rfc822Reader(rules, locale);
        recipient = new Recipient(Set.of(), Set.of(), configuration.settings().authenticationServers());
        messages = Messages.in(locale);
        explainer = Explainer.forCheck(locale);
    }

    /** The facts of a message. */
    public List<Object> facts(LabelledMail mail) throws IOException {
        return reader.incoming(Files.readAllBytes(mail.file()), recipient).facts();
    }

    /** What comes of a message, with what was learned. */
    public JudgedMail judge(LabelledMail mail, List<Object> facts, Learner learner) throws RuleFailure {
        Decision decision = Resolver.resolve(judge.judge(learner.with(facts, messages)), choices.severities());
        List<JudgedMail.Reason> reasons = decision.spam().evidence().stream()
                .sorted((a, b) -> Double.compare(Math.abs(weight(b)), Math.abs(weight(a))))
                .map(one -> new JudgedMail.Reason(((SpamEvidence) one.action()).name(), weight(one), explainer.because(one)))
                .toList();
        return new JudgedMail(mail, decision.spam().logOdds(), decision.spam().verdict(), reasons);
    }

    private static double weight(Decided decided) {
        return ((SpamEvidence) decided.action()).weight();
    }

    @Override
    public void close() {
        judge.close();
    }
}
