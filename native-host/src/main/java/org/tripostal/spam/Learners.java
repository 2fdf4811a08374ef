package org.tripostal.spam;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All that the user's marks taught: the learner that all accounts share, and where the user wishes it ({@code spam.learner: account}) one for each account. Each is opened when it is first
 * needed. Safe for use by several threads.
 */
public final class Learners implements AutoCloseable {

    private final Path dataFolder;
    private final Executor trainer;
    private final Consumer<LearnerException> failed;
    private final Consumer<Path> setAside;
    private final Map<String, Learner> open = new TreeMap<>();

    /**
     * Opens nothing yet.
     *
     * @param dataFolder {@code Folders.data()}
     * @param trainer makes large tables; null where they are to be made at once
     * @param failed is told where it could not be done
     * @param setAside is told where a state lies that was damaged or of another version
     */
    public Learners(Path dataFolder, Executor trainer, Consumer<LearnerException> failed, Consumer<Path> setAside) {
        this.dataFolder = dataFolder;
        this.trainer = trainer;
        this.failed = failed;
        this.setAside = setAside;
    }

    /**
     * The learner of a scope.
     *
     * @param scope {@link Learner#SHARED}, or Thunderbird's id of an account
     * @throws LearnerException where its files can be neither read nor made
     */
    public synchronized Learner of(String scope) throws LearnerException {
        Learner learner = open.get(scope);
        if (learner == null) {
            learner = Learner.openWithTrainer(dataFolder, scope, trainer, failed);
            learner.state().setAside().ifPresent(setAside);
            open.put(scope, learner);
        }
        return learner;
    }

    /**
     * Who judges mail: the learner of the scope, as soon as that has learned enough to say anything, and until then the one that all share.
     *
     * @param scope {@link Learner#SHARED}, or Thunderbird's id of an account; empty for mail of none
     */
    public Learner judging(String scope) throws LearnerException {
        Learner own = of(scope.isEmpty() ? Learner.SHARED : scope);
        return own.saysSomething() ? own : of(Learner.SHARED);
    }

    /**
     * Learns messages that were marked in an account, and unlearns those whose mark was taken back. What the account's own learner and the shared one knew of them before is forgotten, so that
     * the last word counts wherever it is kept.
     *
     * @param scope what learns: {@link Learner#SHARED}, or the account's own
     * @param account Thunderbird's id of it; may be empty
     * @param lessons by the key of the message; empty where a mark was taken back
     * @throws LearnerException where it cannot be kept
     */
    public void teach(String scope, String account, Map<String, Optional<Learner.Marked>> lessons) throws LearnerException {
        Set<String> knowing = new TreeSet<>(List.of(Learner.SHARED, account.isEmpty() ? Learner.SHARED : account));
        for (Map.Entry<String, Optional<Learner.Marked>> lesson : lessons.entrySet()) {
            for (String one : knowing) {
                if (lesson.getValue().isEmpty() || !one.equals(scope)) {
                    of(one).unlearn(lesson.getKey());
                }
            }
        }
        List<Learner.Marked> marked = lessons.values().stream().flatMap(Optional::stream).toList();
        if (!marked.isEmpty()) {
            of(scope).learn(marked);
        }
    }

    /**
     * The scopes of which anything lies on disk, in the order of their names.
     *
     * @throws LearnerException where the folder cannot be read
     */
    public static Set<String> kept(Path dataFolder) throws LearnerException {
        Path folder = folder(dataFolder);
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> scopes = new TreeSet<>();
            files.map(file -> file.getFileName().toString()).flatMap(name -> LearnerFiles.nameOf(name).stream())
                    .forEach(name -> scopes.add(URLDecoder.decode(name, StandardCharsets.UTF_8)));
            return scopes;
        } catch (IOException e) {
            throw new LearnerException(folder + ": " + e.getMessage(), e);
        }
    }

    /** Forgets everything, of all accounts, and removes the files. */
    public synchronized void forget() throws LearnerException {
        Set<String> all = new TreeSet<>(kept(dataFolder));
        all.addAll(open.keySet());
        for (String scope : all) {
            of(scope).forget();
        }
    }

    /** Closes those that are open; they are opened afresh when they are next needed. */
    @Override
    public synchronized void close() {
        open.values().forEach(Learner::close);
        open.clear();
    }

    static Path folder(Path dataFolder) {
        return dataFolder.resolve("learner");
    }

    /** How the names of a scope's files begin: any name is safe as a file's. */
    static String fileName(String scope) {
        return URLEncoder.encode(scope, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
