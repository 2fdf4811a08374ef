package org.tripostal.driver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that was started here and is certain to be ended here, with all the programs that it started itself. */
final class ChildProcess implements AutoCloseable {

    private static final int SECONDS_TO_END = 8;

    private final Process process;
    private final Path log;

    /**
     * @param environment the whole of it: nothing is inherited
     * @param log receives standard output and standard error
     */
    static ChildProcess start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        return new ChildProcess(builder(command, environment, log).start(), log);
    }

    /** As {@code start}, but standard output is left to be read by the caller. */
    static ChildProcess startReadable(List<String> command, Map<String, String> environment, Path log) throws IOException {
        return new ChildProcess(builder(command, environment, log).redirectErrorStream(false)
                .redirectOutput(ProcessBuilder.Redirect.PIPE).redirectError(log.toFile()).start(), log);
    }

    private static ProcessBuilder builder(List<String> command, Map<String, String> environment, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The end of what it has written, for the message of an error. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    boolean endsWithin(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the program as politely as it lets one. */
    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        if (!endsWithin(SECONDS_TO_END)) {
            process.destroyForcibly();
            endsWithin(SECONDS_TO_END);
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
