package org.tripostal.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.tripostal.Messages;
import org.tripostal.engine.RuleFailure;
import org.tripostal.evaluation.Bogofilter;
import org.tripostal.evaluation.Chronology;
import org.tripostal.evaluation.LabelledMail;
import org.tripostal.evaluation.SpamJudge;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.reader.ReceivedField;
import org.tripostal.spam.Learner;

/** Misses and false alarms over time, from nothing: as CSV, and as a plot beside bogofilter's where that is installed. */
final class SpamChronology {

    private final Messages messages;

    SpamChronology(Messages messages) {
        this.messages = messages;
    }

    /** A message as it is met; of its text only what the learner needs is kept. */
    static Chronology.Met met(LabelledMail mail, SpamJudge judge) throws IOException, RuleFailure {
        List<Object> facts = judge.facts(mail);
        IncomingMessage message = (IncomingMessage) facts.get(0);
        Instant came = received(facts).orElse(message.date());
        return new Chronology.Met(mail, came, judge.judge(mail, facts, Learner.none()).logOdds(), Learner.prepare(message.messageId(), mail.spam(), facts));
    }

    private static Optional<Instant> received(List<Object> facts) {
        return facts.stream().filter(fact -> fact instanceof Header header && header.name().equals("received")).findFirst()
                .flatMap(topmost -> ReceivedField.date(((Header) topmost).value()));
    }

    void run(List<Chronology.Met> mail, Path csv) throws IOException {
        boolean compare = Bogofilter.isInstalled();
        if (!compare) {
            Tripostal.out().println(messages.say("evaluate.spam.noBogofilter"));
        }
        List<LabelledMail> inOrder = Chronology.inOrder(mail).stream().map(Chronology.Met::mail).toList();
        CompletableFuture<List<Chronology.Step>> others = CompletableFuture.supplyAsync(() -> compare ? bogofilter(inOrder) : List.of());
        List<Chronology.Step> own = new Chronology().run(mail);
        List<Chronology.Step> other = await(others);
        Files.writeString(csv, csv(own, other));
        Path svg = csv.resolveSibling(csv.getFileName().toString().replaceAll("\\.csv$", "") + ".svg");
        Files.writeString(svg, new ChronologyPlot(messages).draw(own, other));
        Tripostal.out().println(messages.say("evaluate.spam.chronology", Map.of(
                "messages", own.size(), "misses", own.stream().filter(step -> step.spam() && !step.calledSpam()).count(), "spam", own.stream().filter(Chronology.Step::spam).count(),
                "alarms", own.stream().filter(step -> !step.spam() && step.calledSpam()).count(), "wanted", own.stream().filter(step -> !step.spam()).count(), "csv", csv, "svg", svg)));
    }

    private static List<Chronology.Step> bogofilter(List<LabelledMail> mail) {
        try (Bogofilter bogofilter = Bogofilter.untaught()) {
            return bogofilter.run(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Chronology.Step> await(CompletableFuture<List<Chronology.Step>> steps) throws IOException {
        try {
            return steps.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e.getCause());
        }
    }

    private String csv(List<Chronology.Step> own, List<Chronology.Step> other) {
        StringBuilder lines = new StringBuilder("number,set,spam,tripostal" + (other.isEmpty() ? "" : ",bogofilter") + "\n");
        for (int i = 0; i < own.size(); i++) {
            Chronology.Step step = own.get(i);
            lines.append(String.format(Locale.ROOT, "%d,%s,%d,%d", i + 1, step.mail().set(), step.spam() ? 1 : 0, step.calledSpam() ? 1 : 0));
            lines.append(other.isEmpty() ? "\n" : "," + (other.get(i).calledSpam() ? 1 : 0) + "\n");
        }
        return lines.toString();
    }
}
