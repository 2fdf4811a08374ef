package org.tripostal.spam;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tripostal.Messages;
import org.tripostal.mail.Learned;

/**
 * What the user's own marks taught, for one account or for all of them together. It keeps hashed features of the marked messages in the data
 * folder ({@code learner/SCOPE.db}) and, made from them, the table of weights that judges ({@code learner/SCOPE.weights}); never a message's text.
 *
 * <p>{@link #judge}, {@link #explain} and {@link #state} may be called by any thread at any time; {@link #learn} and {@link #unlearn} one at a time: they
 * wait for each other. Two programs may use the same files: each sees what the other learned when it learns itself, or is opened.
 *
 * <p>The table is always made of all examples. Of a few hundred that takes a moment, of ten thousand a second or two; whoever cannot wait that long gives
 * {@link #openWithTrainer} a thread to do it on: until it is done, the table before counts.
 */
public final class Learner implements AutoCloseable {

    /** The scope of what holds for all accounts. */
    public static final String SHARED = "shared";

    /** Messages of each kind, spam and wanted, that must have been learned before the learner says anything. */
    public static final int FEWEST = 5;

    private final LearnerFiles files;
    private final Weights lent;

    /**
     * @param files where it is kept; null where nothing is
     * @param lent the table of one that is not kept; null where it says nothing
     */
    private Learner(LearnerFiles files, Weights lent) {
        this.files = files;
        this.lent = lent;
    }

    private Weights weights() {
        return files == null ? lent : files.weights();
    }

    /**
     * A message that the user marked.
     *
     * @param key which message it is, the same each time: {@link #key} makes one
     * @param spam whether it was marked as junk; otherwise as wanted
     * @param facts the message as the readers of {@code org.tripostal.reader} give it, text, links and attachments included
     */
    public record Marked(String key, boolean spam, List<?> facts) {}

    /**
     * How much was learned.
     *
     * @param spam messages of spam
     * @param wanted wanted messages
     * @param setAside where a state was put that was damaged or of another version
     */
    public record State(int spam, int wanted, Optional<Path> setAside) {

        /** What the learner still lacks before it says anything, and how to give it, in the language of the messages; empty where it has enough. */
        public Optional<String> needs(Messages messages) {
            if (spam >= FEWEST && wanted >= FEWEST) {
                return Optional.empty();
            }
            String lacking = spam < FEWEST && wanted < FEWEST ? "both" : spam < FEWEST ? "spam" : "wanted";
            return Optional.of(messages.say("learner.needs." + lacking, Map.of("few", FEWEST, "spam", spam, "wanted", wanted)));
        }
    }

    /**
     * What weighed in a message.
     *
     * @param words a word, a pair of words or a trait
     * @param weight natural logarithm of odds: above 0 speaks for spam
     */
    public record Weighed(String words, double weight) {}

    /**
     * Opens what was learned. A table of weights that is missing, damaged or older than the examples is made afresh from them.
     *
     * @param dataFolder {@code Folders.data()}
     * @param scope {@link #SHARED}, or Thunderbird's id of an account
     * @throws LearnerException where the files can be neither read nor made
     */
    public static Learner open(Path dataFolder, String scope) throws LearnerException {
        return openWithTrainer(dataFolder, scope, null, failure -> { });
    }

    /**
     * The same; where many examples are known, the table is made by another thread.
     *
     * @param trainer does it; null where it is to be done at once
     * @param failed is told where it could not be done
     */
    public static Learner openWithTrainer(Path dataFolder, String scope, Executor trainer, Consumer<LearnerException> failed) throws LearnerException {
        return new Learner(new LearnerFiles(Learners.folder(dataFolder), Learners.fileName(scope), trainer, failed), null);
    }

    /** A learner that has learned nothing: it says nothing of any message. */
    public static Learner none() {
        return new Learner(null, null);
    }

    /** A learner that has learned these messages and keeps nothing on disk: it cannot learn more. */
    public static Learner of(List<Prepared> prepared) {
        return new Learner(null, Weights.of(examples(prepared), 0));
    }

    /** The same, for little more than a third of the work: where wanted mail ends is taken from this learner, which has learned nearly as much. */
    public Learner grownTo(List<Prepared> prepared) {
        Weights now = weights();
        return new Learner(null, new Training(examples(prepared)).weights(0).with(now == null ? Calibration.NONE : now.calibration()));
    }

    /** In the order of {@link Examples#all}, each once. */
    private static List<Example> examples(List<Prepared> prepared) {
        Map<String, Example> byKey = new TreeMap<>();
        prepared.forEach(one -> byKey.put(one.example.key(), one.example));
        return List.copyOf(byKey.values());
    }

    /** A key for a message: its Message-ID, without angle brackets, where it has one; otherwise a hash of what the learner sees of it. */
    public static String key(String messageId, List<?> facts) {
        return key(messageId, messageId.isBlank() ? Features.of(facts) : new int[0]);
    }

    private static String key(String messageId, int[] features) {
        if (!messageId.isBlank()) {
            return messageId.strip();
        }
        long hash = 0xCBF29CE484222325L;
        for (int feature : features) {
            hash = (hash ^ feature) * 0x100000001B3L;
        }
        return "no-id-" + Long.toHexString(hash);
    }

    /**
     * Learns messages, all or none. Idempotent: a message that was learned before with the same mark changes nothing; with the other mark, the new
     * one holds. Callers give all they have at once: the table is made anew each time.
     *
     * @return how many messages are new, or have another mark than before
     * @throws LearnerException where it cannot be kept; nothing is learned then
     */
    public int learn(List<Marked> marked) throws LearnerException {
        List<Prepared> prepared = new ArrayList<>();
        for (Marked one : marked) {
            prepared.add(new Prepared(Example.of(one.key(), one.spam(), Features.of(one.facts()))));
        }
        return learnPrepared(prepared);
    }

    /** A message made ready to be learned, its text already forgotten. */
    public static final class Prepared {
        private final Example example;

        private Prepared(Example example) {
            this.example = example;
        }
    }

    /**
     * Makes a message ready; any thread may.
     *
     * @param messageId its Message-ID; may be empty
     */
    public static Prepared prepare(String messageId, boolean spam, List<?> facts) {
        int[] features = Features.of(facts);
        return new Prepared(Example.of(key(messageId, features), spam, features));
    }

    /** Learns messages that were made ready, as {@link #learn} does. */
    public int learnPrepared(List<Prepared> prepared) throws LearnerException {
        return kept().add(prepared.stream().map(one -> one.example).toList());
    }

    private LearnerFiles kept() {
        if (files == null) {
            throw new IllegalStateException("this learner is kept nowhere");
        }
        return files;
    }

    /**
     * Takes a mark back: once the table is made anew everything is as if the message had never been learned.
     *
     * @return whether it had been learned
     */
    public boolean unlearn(String key) throws LearnerException {
        return kept().remove(key);
    }

    /** What the learner makes of a message, with words in the language of the messages; nothing where fewer than {@link #FEWEST} messages of a kind were learned. */
    public Optional<Learned> judge(List<?> facts, Messages messages) {
        Weights now = weights();
        if (!saysSomething(now)) {
            return Optional.empty();
        }
        FeatureSet message = Features.told(facts);
        int[] features = message.distinct();
        double weight = weight(now, features);
        return Optional.of(new Learned(weight, new LearnedWords(messages).heaviest(now, message, features, weight > 0), now.spam() + now.wanted()));
    }

    /** What the learner makes of a message that was made ready: the weight alone, as {@link #judge} gives it; 0 where it says nothing. */
    public double weight(Prepared prepared) {
        Weights now = weights();
        if (!saysSomething(now)) {
            return 0;
        }
        return weight(now, prepared.example.features());
    }

    /** Whether at least {@link #FEWEST} messages of each kind were learned. */
    boolean saysSomething() {
        return saysSomething(weights());
    }

    private static boolean saysSomething(Weights now) {
        return now != null && now.spam() >= FEWEST && now.wanted() >= FEWEST;
    }

    private static double weight(Weights now, int[] features) {
        return now.atHome(features) ? Confidence.atHome(now.beyond(features)) : Confidence.elsewhere(now.beyond(features), now.known(features));
    }

    /** The facts of a message, and what the learner makes of it. */
    public List<Object> with(List<Object> facts, Messages messages) {
        Optional<Learned> learned = judge(facts, messages);
        if (learned.isEmpty()) {
            return facts;
        }
        List<Object> all = new ArrayList<>(facts);
        all.add(learned.get());
        return all;
    }

    /** What of a message weighed, the heaviest first; empty where nothing was learned. */
    public List<Weighed> explain(List<?> facts, Messages messages) {
        Weights now = weights();
        if (now == null) {
            return List.of();
        }
        Map<String, Double> weighed = new TreeMap<>();
        LearnedWords words = new LearnedWords(messages);
        Features.told(facts).tell(feature -> true, (feature, kind, value) -> weighed.put(words.say(kind, value), (double) now.weight(feature)));
        return weighed.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new Weighed(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Weighed one) -> -Math.abs(one.weight())))
                .toList();
    }

    /** How much was learned. */
    public State state() {
        Weights now = weights();
        return new State(now == null ? 0 : now.spam(), now == null ? 0 : now.wanted(), files == null ? Optional.empty() : files.setAside());
    }

    /** What is kept of each message: its key, how it was marked, and its hashed features. */
    public void export(Exporter exporter) throws LearnerException {
        kept().all().forEach(example -> exporter.example(example.key(), example.spam(), example.features()));
    }

    /** Is told each message that was learned. */
    public interface Exporter {
        /** One message. */
        void example(String key, boolean spam, int[] features);
    }

    /** Forgets everything, and removes the files, those too that were set aside because they could not be used. */
    public void forget() throws LearnerException {
        kept().delete();
    }

    @Override
    public void close() {
        if (files != null) {
            files.close();
        }
    }
}
