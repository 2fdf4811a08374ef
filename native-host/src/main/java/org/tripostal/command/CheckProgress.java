package org.tripostal.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How far the child of {@code check} has come. */
final class CheckProgress {

    private final Path file;
    private final int toldBefore;
    private int seen;
    private volatile int passed;

    private final boolean resumes;

    private CheckProgress(Path file, int toldBefore, boolean resumes) {
        this.file = file;
        this.resumes = resumes;
        this.toldBefore = toldBefore;
    }

    /** Of this process, if it is a child; null otherwise. */
    static CheckProgress ofChild() throws IOException {
        String file = System.getenv(CheckChild.PROGRESS);
        if (file == null) {
            return null;
        }
        String text = Files.readString(Path.of(file)).strip();
        return new CheckProgress(Path.of(file), text.isEmpty() ? 0 : Integer.parseInt(text), !text.isEmpty());
    }

    /** Whether there was a child before this one, which has told what is wrong with the rules. */
    boolean resumes() {
        return resumes;
    }

    /** Whether the next message, in the order of the command, has been told already. To be asked once a message. */
    boolean isToldAlready() {
        return seen++ < toldBefore;
    }

    /** The message has been told, by this child or by one before it. */
    void told() {
        passed = seen;
    }

    /** Notes it for the next child. */
    void note() {
        try {
            Files.writeString(file, String.valueOf(Math.max(passed, toldBefore)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
