package org.tripostal.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Another filter to compare with: the program {@code bogofilter}, with a word list of its own that is thrown away. Not a part of Tripostal. */
public final class Bogofilter implements AutoCloseable {

    private static final int SPAM = 0;
    private static final int HAM = 1;
    private static final int UNSURE = 2;

    private final Path folder;
    private boolean taught;

    private Bogofilter(Path folder) {
        this.folder = folder;
    }

    /** Whether it is installed. */
    public static boolean isInstalled() {
        try {
            return new ProcessBuilder("bogofilter", "-V").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One that has learned nothing. */
    public static Bogofilter untaught() throws IOException {
        return new Bogofilter(Files.createTempDirectory("bogofilter"));
    }

    /**
     * Judges messages in the order given, each as spam or not by its own threshold, and learns each right after.
     *
     * @throws IOException where it cannot be run
     */
    public List<Chronology.Step> run(List<LabelledMail> mail) throws IOException {
        List<Chronology.Step> steps = new ArrayList<>();
        for (LabelledMail one : mail) {
            int verdict = taught ? run("-I", one.file().toString()) : UNSURE; // without a word list it refuses to judge
            if (verdict != SPAM && verdict != HAM && verdict != UNSURE) {
                throw new IOException("bogofilter: exit status " + verdict);
            }
            steps.add(new Chronology.Step(one, one.spam(), verdict == SPAM));
            run(one.spam() ? "-s" : "-n", "-I", one.file().toString());
            taught = true;
        }
        return steps;
    }

    private int run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bogofilter", "-C", "-d", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
