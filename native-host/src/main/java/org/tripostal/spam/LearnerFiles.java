package org.tripostal.spam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of one learner: the examples, and the table of weights that is made of all of them. Of a few hundred that takes a moment, of ten thousand a second or two:
 * a trainer, where there is one, does it on its thread, and until it is done the table before counts.
 */
final class LearnerFiles {

    private static final String EXAMPLES = ".db";
    private static final String WEIGHTS = ".weights";
    private static final Pattern FILE = Pattern.compile("((?:[A-Za-z0-9._+-]|%[0-9A-F]{2})+)\\.(?:weights|db(?:\\.set-aside-.*)?)");

    /** From so many messages on a table takes longer to make than a user's click may. */
    private static final int MANY = 1_000;

    private final Path examplesFile;
    private final Path weightsFile;
    private final Executor trainer;
    private final Consumer<LearnerException> failed;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile Weights weights;
    private int forgotten;
    private volatile Optional<Path> setAside = Optional.empty();

    /**
     * @param folder where they lie
     * @param name how their names begin
     * @param trainer makes tables; null where they are to be made at once
     * @param failed is told where it could not be done
     */
    LearnerFiles(Path folder, String name, Executor trainer, Consumer<LearnerException> failed) throws LearnerException {
        examplesFile = folder.resolve(name + EXAMPLES);
        weightsFile = folder.resolve(name + WEIGHTS);
        this.trainer = trainer;
        this.failed = failed;
        load();
    }

    /** The name with which a learner's files begin, where a file is one of them, or was set aside. */
    static Optional<String> nameOf(String file) {
        Matcher matcher = FILE.matcher(file);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The table as it is now; null where nothing was learned. */
    Weights weights() {
        return weights;
    }

    /** Where a state was put that was damaged or of another version. */
    Optional<Path> setAside() {
        return setAside;
    }

    /** Adds examples, all or none. @return how many of them change anything */
    synchronized int add(List<Example> examples) throws LearnerException {
        try (Examples kept = examples()) {
            int changed = kept.add(examples);
            refreshOrLeaveItToTheTrainer(kept);
            return changed;
        }
    }

    /** Takes one away. @return whether it was there */
    synchronized boolean remove(String key) throws LearnerException {
        if (Files.notExists(examplesFile)) {
            return false;
        }
        try (Examples kept = examples()) {
            boolean removed = kept.remove(key);
            refreshOrLeaveItToTheTrainer(kept);
            return removed;
        }
    }

    /** All that are kept. */
    synchronized List<Example> all() throws LearnerException {
        if (Files.notExists(examplesFile)) {
            return List.of();
        }
        try (Examples kept = examples()) {
            return kept.all();
        }
    }

    /** Removes the files, those too that were set aside because they could not be used. */
    synchronized void delete() throws LearnerException {
        try {
            Examples.delete(examplesFile);
            Files.deleteIfExists(weightsFile);
            setAside = Optional.empty();
            weights = null;
            forgotten++;
        } catch (IOException e) {
            throw new LearnerException(weightsFile + ": " + e.getMessage(), e);
        }
    }

    /** Nothing is judged any more. */
    void close() {
        weights = null;
    }

    private synchronized void load() throws LearnerException {
        try {
            if (Files.exists(weightsFile)) {
                weights = Weights.read(weightsFile).orElse(null);
            }
            if (Files.exists(examplesFile) && (weights == null || isYounger(examplesFile, weightsFile))) {
                try (Examples kept = examples()) {
                    refreshOrLeaveItToTheTrainer(kept);
                }
            }
        } catch (IOException e) {
            throw new LearnerException(weightsFile + ": " + e.getMessage(), e);
        }
    }

    /** By the file system alone: to ask the examples themselves takes longer than a start may. */
    private static boolean isYounger(Path file, Path than) throws IOException {
        return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
    }

    private Examples examples() throws LearnerException {
        Examples kept = Examples.open(examplesFile);
        kept.setAside().ifPresent(aside -> setAside = Optional.of(aside));
        return kept;
    }

    private void refreshOrLeaveItToTheTrainer(Examples kept) throws LearnerException {
        if (trainer == null || weights == null || weights.spam() + weights.wanted() < MANY) {
            long generation = kept.generation();
            if (weights == null || weights.generation() != generation || setAside.isPresent()) {
                take(Weights.of(kept.all(), generation));
            } else {
                touch();
            }
        } else if (due.compareAndSet(false, true)) {
            trainer.execute(this::train);
        }
    }

    /** On the trainer's thread. What comes while it trains is trained afterwards. */
    private void train() {
        due.set(false);
        try {
            List<Example> all;
            long generation;
            int began;
            synchronized (this) {
                if (weights == null || Files.notExists(examplesFile)) {
                    return; // closed or forgotten meanwhile
                }
                try (Examples kept = examples()) {
                    generation = kept.generation();
                    if (generation == weights.generation()) {
                        touch();
                        return;
                    }
                    all = kept.all();
                    began = forgotten;
                }
            }
            Weights fresh = Weights.of(all, generation);
            synchronized (this) {
                if (weights != null && began == forgotten) {
                    take(fresh);
                }
            }
        } catch (LearnerException e) {
            failed.accept(e);
        }
    }

    private void take(Weights fresh) throws LearnerException {
        try {
            fresh.write(weightsFile);
        } catch (IOException e) {
            throw new LearnerException(weightsFile + ": " + e.getMessage(), e);
        }
        weights = fresh;
    }

    /** The table is as new as the examples, though its file is older: the next start need not ask. */
    private void touch() throws LearnerException {
        try {
            Files.setLastModifiedTime(weightsFile, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new LearnerException(weightsFile + ": " + e.getMessage(), e);
        }
    }
}
