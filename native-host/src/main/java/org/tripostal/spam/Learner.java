package org.tripostal.spam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tripostal.mail.Learned;

/**
 * What the user's own marks taught, for one account or for all of them together. It keeps hashed features of the marked messages in the data
 * folder ({@code learner/SCOPE.db}) and, made from them, the table of weights that judges ({@code learner/SCOPE.weights}); never a message's text.
 *
 * <p>{@link #judge}, {@link #explain} and {@link #state} may be called by any thread at any time; {@link #learn} and {@link #unlearn} one at a time: they
 * wait for each other. Two programs may use the same files: each sees what the other learned when it learns itself, or is opened.
 */
public final class Learner implements AutoCloseable {

    /** The scope of what holds for all accounts. */
    public static final String SHARED = "shared";

    /** Messages of each kind, spam and wanted, that must have been learned before the learner says anything. */
    public static final int FEWEST = 5;

    private static final int MOST_WORDS = 5;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

    private final Path examplesFile;
    private final Path weightsFile;
    private volatile Weights weights;
    private Optional<Path> setAside = Optional.empty();

    private Learner(Path folder, String scope) {
        String name = UNSAFE.matcher(scope).replaceAll(unsafe -> "%" + Integer.toHexString(unsafe.group().charAt(0)));
        examplesFile = folder.resolve(name + ".db");
        weightsFile = folder.resolve(name + ".weights");
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
    public record State(int spam, int wanted, Optional<Path> setAside) {}

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
        Learner learner = new Learner(dataFolder.resolve("learner"), scope);
        learner.load();
        return learner;
    }

    /** A learner that has learned nothing: it says nothing of any message. */
    public static Learner none() {
        return new Learner(Path.of(""), "none");
    }

    /** A learner that has learned these messages and keeps nothing on disk: it cannot learn more. */
    public static Learner of(List<Prepared> prepared) {
        Learner learner = none();
        Map<String, Example> byKey = new TreeMap<>(); // in the order of Examples.all(), each once
        prepared.forEach(one -> byKey.put(one.example.key(), one.example));
        learner.weights = Weights.of(List.copyOf(byKey.values()), 0);
        return learner;
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
     * one holds. Takes up to a second where ten thousand messages are known: callers give all they have at once.
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
    public synchronized int learnPrepared(List<Prepared> prepared) throws LearnerException {
        try (Examples kept = examples()) {
            int changed = kept.add(prepared.stream().map(one -> one.example).toList());
            refresh(kept);
            return changed;
        }
    }

    /**
     * Takes a mark back: from then on everything is as if the message had never been learned.
     *
     * @return whether it had been learned
     */
    public synchronized boolean unlearn(String key) throws LearnerException {
        if (Files.notExists(examplesFile)) {
            return false;
        }
        try (Examples kept = examples()) {
            boolean removed = kept.remove(key);
            refresh(kept);
            return removed;
        }
    }

    /** What the learner makes of a message; nothing where fewer than {@link #FEWEST} messages of a kind were learned. */
    public Optional<Learned> judge(List<?> facts) {
        Weights now = weights;
        if (now == null || now.spam() < FEWEST || now.wanted() < FEWEST) {
            return Optional.empty();
        }
        int[] features = Features.of(facts);
        double weight = weight(now, features);
        return Optional.of(new Learned(weight, words(now, features, facts, weight > 0), now.spam() + now.wanted()));
    }

    /** What the learner makes of a message that was made ready: the weight alone, as {@link #judge} gives it; 0 where it says nothing. */
    public double weight(Prepared prepared) {
        Weights now = weights;
        if (now == null || now.spam() < FEWEST || now.wanted() < FEWEST) {
            return 0;
        }
        return weight(now, prepared.example.features());
    }

    private static double weight(Weights now, int[] features) {
        return now.atHome(features) ? Confidence.atHome(now.beyond(features)) : Confidence.elsewhere(now.beyond(features), now.known(features));
    }

    /** The facts of a message, and what the learner makes of it. */
    public List<Object> with(List<Object> facts) {
        Optional<Learned> learned = judge(facts);
        if (learned.isEmpty()) {
            return facts;
        }
        List<Object> all = new ArrayList<>(facts);
        all.add(learned.get());
        return all;
    }

    /** What of a message weighed, the heaviest first; empty where nothing was learned. */
    public List<Weighed> explain(List<?> facts) {
        Weights now = weights;
        if (now == null) {
            return List.of();
        }
        Map<String, Double> weighed = new TreeMap<>();
        Features.of(facts, (feature, words) -> weighed.put(words, (double) now.weight(feature)));
        return weighed.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new Weighed(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Weighed one) -> -Math.abs(one.weight())))
                .toList();
    }

    /** How much was learned. */
    public State state() {
        Weights now = weights;
        return new State(now == null ? 0 : now.spam(), now == null ? 0 : now.wanted(), setAside);
    }

    /** What is kept of each message: its key, how it was marked, and its hashed features. */
    public synchronized void export(Exporter exporter) throws LearnerException {
        if (Files.exists(examplesFile)) {
            try (Examples kept = examples()) {
                for (Example example : kept.all()) {
                    exporter.example(example.key(), example.spam(), example.features());
                }
            }
        }
    }

    /** Is told each message that was learned. */
    public interface Exporter {
        /** One message. */
        void example(String key, boolean spam, int[] features);
    }

    /** Forgets everything, and removes the files, those too that were set aside because they could not be used. */
    public synchronized void forget() throws LearnerException {
        try {
            for (String end : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(examplesFile.resolveSibling(examplesFile.getFileName() + end));
            }
            Files.deleteIfExists(weightsFile);
            Examples.deleteSetAside(examplesFile);
            setAside = Optional.empty();
            weights = null;
        } catch (IOException e) {
            throw new LearnerException(examplesFile + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        weights = null;
    }

    private void load() throws LearnerException {
        try {
            if (Files.exists(weightsFile)) {
                weights = Weights.read(weightsFile).orElse(null);
            }
        } catch (IOException e) {
            throw new LearnerException(weightsFile + ": " + e.getMessage(), e);
        }
        if (weights == null && Files.exists(examplesFile)) {
            try (Examples kept = examples()) {
                refresh(kept);
            }
        }
    }

    private Examples examples() throws LearnerException {
        Examples kept = Examples.open(examplesFile);
        kept.setAside().ifPresent(aside -> setAside = Optional.of(aside));
        return kept;
    }

    private void refresh(Examples kept) throws LearnerException {
        long generation = kept.generation();
        if (weights == null || weights.generation() != generation || setAside.isPresent()) {
            Weights fresh = Weights.of(kept.all(), generation);
            try {
                fresh.write(weightsFile);
            } catch (IOException e) {
                throw new LearnerException(weightsFile + ": " + e.getMessage(), e);
            }
            weights = fresh;
        }
    }

    private static String words(Weights weights, int[] features, List<?> facts, boolean spam) {
        int[] heaviest = heaviest(weights, features, spam ? 1 : -1);
        Set<String> words = new LinkedHashSet<>();
        Features.of(facts, new Features.Names() {
            @Override
            public boolean wants(int hash) {
                for (int feature : heaviest) {
                    if (feature == hash) {
                        return true;
                    }
                }
                return false;
            }

            @Override
            public void name(int hash, String name) {
                words.add(name);
            }

            @Override
            public boolean enough() {
                return words.size() == heaviest.length;
            }
        });
        return words.stream().limit(MOST_WORDS).collect(Collectors.joining(", "));
    }

    /** The few features that weigh most on one side, the heaviest first. */
    private static int[] heaviest(Weights weights, int[] features, float sign) {
        int[] heaviest = new int[MOST_WORDS];
        float[] weighed = new float[MOST_WORDS];
        int count = 0;
        for (int feature : features) {
            float weight = sign * weights.weight(feature);
            if (weight <= 0 || count == MOST_WORDS && weight <= weighed[count - 1]) {
                continue;
            }
            int place = count < MOST_WORDS ? count++ : count - 1;
            while (place > 0 && weight > weighed[place - 1]) {
                heaviest[place] = heaviest[place - 1];
                weighed[place] = weighed[place - 1];
                place--;
            }
            heaviest[place] = feature;
            weighed[place] = weight;
        }
        return Arrays.copyOf(heaviest, count);
    }
}
