package org.tripostal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tripostal.Messages;
import org.tripostal.action.EvidenceWeights;
import org.tripostal.evaluation.LabelledMail;
import org.tripostal.evaluation.WeightFit;
import org.tripostal.mail.Sign;
import org.tripostal.mail.SpamLimits;

/** Fits the weights of evidence and writes them as a table that a person can read, in the order of the table in force. */
final class SpamFit {

    private static final String HEAD = """
            # What each kind of evidence weighs: the natural logarithm of odds. A message is spam from %.1f on (SpamLimits: %.1f less the prior of %.1f).
            # Sought on labelled mail (tripostal evaluate spam --fit); what was too rare for that, and what speaks for an honest sender, is set by hand and marked so.
            """;

    private final Messages messages;

    SpamFit(Messages messages) {
        this.messages = messages;
    }

    /** A message, by its signs; its text is already forgotten. */
    record Signed(WeightFit.Sample sample) {
        static Signed of(LabelledMail mail, List<Object> facts) {
            Set<String> signs = new TreeSet<>();
            facts.forEach(fact -> {
                if (fact instanceof Sign sign) {
                    signs.add(sign.kind());
                }
            });
            return new Signed(new WeightFit.Sample(mail.set(), mail.spam(), signs));
        }
    }

    void write(List<Signed> mail, Path file) throws IOException {
        Map<String, Double> before = EvidenceWeights.all();
        SpamLimits limits = SpamLimits.DEFAULT;
        Map<String, Double> fitted = new WeightFit(before).fit(mail.stream().map(Signed::sample).toList(), limits);
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, HEAD, limits.spam() - limits.prior(), limits.spam(), limits.prior()));
        before.forEach((name, weight) -> table.append(fitted.containsKey(name)
                ? String.format(Locale.ROOT, "%-36s%4.1f%n", name, fitted.get(name))
                : String.format(Locale.ROOT, "%-36s%4.1f   by hand%n", name, weight)));
        Files.writeString(file, table);
        Tripostal.out().println(messages.say("evaluate.spam.fitted",
                Map.of("file", file, "fitted", fitted.size(), "messages", mail.size(), "kept", before.size() - fitted.size())));
    }
}
