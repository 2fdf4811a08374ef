package org.tripostal.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tripostal.mail.SpamLimits;
import org.tripostal.spam.Learner;

/**
 * Lives through labelled mail as a person does: starts from nothing, takes each message in the order of time, judges it, and then learns what it was. What was
 * learned is put to use after an error, as soon as there is a hundredth more of it than at the last time, and otherwise whenever it has grown by a thirtieth: seldomer
 * than Tripostal itself does, which trains after each mark. Where wanted mail ends is sought anew whenever what was learned has grown by a tenth.
 */
public final class Chronology {

    private static final int AFTER_AN_ERROR = 100;
    private static final int GROWN_BY = 30;
    private static final int GROWN_MUCH = 10;

    private final List<Learner.Prepared> learned = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Learner learner = Learner.none();
    private int used;
    private int calibrated;
    private boolean erred;

    /**
     * A message that came.
     *
     * @param mail the message, and whether it is spam
     * @param came when; by this alone they are put in order
     * @param logOdds what all evidence comes to without a learner
     * @param prepared ready to be learned
     */
    public record Met(LabelledMail mail, Instant came, double logOdds, Learner.Prepared prepared) {}

    /**
     * What came of it.
     *
     * @param spam what it was
     * @param calledSpam what it was called
     */
    public record Step(LabelledMail mail, boolean spam, boolean calledSpam) {}

    /** Goes through all messages. */
    public List<Step> run(List<Met> mail) {
        for (Met met : inOrder(mail)) {
            boolean called = met.logOdds() + learner.weight(met.prepared()) >= SpamLimits.DEFAULT.spam();
            steps.add(new Step(met.mail(), met.mail().spam(), called));
            learned.add(met.prepared());
            erred |= called != met.mail().spam();
            int news = learned.size() - used;
            if (erred && news > used / AFTER_AN_ERROR || news > used / GROWN_BY) {
                learn();
            }
        }
        return steps;
    }

    private void learn() {
        boolean grown = learned.size() - calibrated > calibrated / GROWN_MUCH;
        learner = grown ? Learner.of(learned) : learner.grownTo(learned);
        used = learned.size();
        calibrated = grown ? used : calibrated;
        erred = false;
    }

    /** The messages in the order in which they came; where that was at the same moment, or is not known, in the order of their files. */
    public static List<Met> inOrder(List<Met> mail) {
        return mail.stream().sorted(Comparator.comparing(Met::came).thenComparing(met -> met.mail().file())).toList();
    }
}
