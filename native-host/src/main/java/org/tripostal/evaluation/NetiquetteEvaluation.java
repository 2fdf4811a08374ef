package org.tripostal.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tripostal.action.Finding;
import org.tripostal.engine.Decided;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.reader.Originals;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Choices;

/** Has labelled messages judged as {@code check --outgoing} judges files, and compares. */
public final class NetiquetteEvaluation {

    private final Judge judge;
    private final Rfc822Reader reader;
    private final Choices choices;
    private final NetiquetteScores scores = new NetiquetteScores();

    /** By these rules, this reader and these choices of the user's. */
    public NetiquetteEvaluation(Judge judge, Rfc822Reader reader, Choices choices) {
        this.judge = judge;
        this.reader = reader;
        this.choices = choices;
    }

    /**
     * Judges a message and counts what came of it.
     *
     * @return what was found on it
     */
    public List<Decided> add(LabelledMessage message) throws IOException, RuleFailure {
        Originals originals = message.original().map(original -> Originals.of(LabelledMessage.ORIGINAL_ID, original)).orElse(Originals.NONE);
        Decision decision = Resolver.resolve(judge.judge(reader.outgoing(message.mail(), message.writer(), originals).facts()), choices.severities());
        Set<String> codes = new TreeSet<>();
        decision.findings().forEach(decided -> codes.add(((Finding) decided.action()).code()));
        scores.count(message, codes);
        return decision.findings();
    }

    /** What came of all messages so far. */
    public NetiquetteScores scores() {
        return scores;
    }
}
