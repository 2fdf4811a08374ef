package org.tripostal.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs another program to its end. */
final class Command {

    /** The program ended with another status than 0, or not in time; the message holds what it said. */
    static final class Failed extends IOException {
        Failed(String message) {
            super(message);
        }
    }

    private Command() { }

    static String run(Duration patience, String... command) throws IOException {
        return run(patience, List.of(command), Map.of(), null);
    }

    /**
     * @param input a file that becomes standard input, or null for none
     * @return what it wrote to standard output and standard error
     */
    static String run(Duration patience, List<String> command, Map<String, String> environment, File input) throws IOException {
        Path said = Files.createTempFile("tripostal", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            if (input != null) {
                builder.redirectInput(input);
            }
            Process process = builder.start();
            if (input == null) {
                process.getOutputStream().close();
            }
            String ended = waitFor(process, patience);
            String output = new String(Files.readAllBytes(said), java.nio.charset.StandardCharsets.UTF_8);
            if (!ended.isEmpty()) {
                throw new Failed(String.join(" ", command) + " " + ended + ":\n" + output);
            }
            return output;
        } finally {
            Files.delete(said);
        }
    }

    private static String waitFor(Process process, Duration patience) throws IOException {
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return "did not end within " + patience.toSeconds() + " s";
            }
            return process.exitValue() == 0 ? "" : "ended with exit status " + process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
