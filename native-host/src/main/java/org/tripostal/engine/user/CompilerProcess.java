package org.tripostal.engine.user;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tripostal.engine.RuleError;

/**
 * The second program: it has the Drools compiler, which would double the host's memory for good, lives for as long as it takes, and may be killed. It is given jobs on
 * standard input, one JSON object a line, writes outcomes into the cache, and says the key of each on standard output, with the reason behind a tabulator where it could not be written.
 */
public final class CompilerProcess implements Compiler {

    private static final String MAIN_CLASS = "org.tripostal.engine.compile.CompileRules";
    /** For the start of the program and the first file; a slow computer under load needs tens of seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> command;
    private final Duration patience;

    CompilerProcess(List<String> command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /** The compiler of this image; where there is no image, as in tests, of this very class path. */
    public static CompilerProcess ofProgram() {
        String home = System.getProperty("tripostal.home");
        Path program = home == null ? null : Path.of(home, "bin", "tripostal-compiler");
        if (program != null && Files.isExecutable(program)) {
            return new CompilerProcess(List.of(program.toString()), PATIENCE);
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new CompilerProcess(
                List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), MAIN_CLASS), PATIENCE);
    }

    /** A file on which the program ends, or does not end, costs only itself; a program that ends at once, twice, is given up. */
    @Override
    public Map<String, RuleError> compile(List<RuleFile> files, RuleCache cache) throws IOException {
        Map<String, RuleError> failures = new HashMap<>();
        List<RuleFile> open = new ArrayList<>(files);
        int inVain = 0;
        while (!open.isEmpty()) {
            int done = run(open, cache.folder(), failures);
            open.subList(0, done).clear();
            inVain = done == 0 ? inVain + 1 : 0;
            if (!open.isEmpty()) {
                List<RuleFile> lost = inVain < 2 ? open.subList(0, 1) : open;
                lost.forEach(file -> failures.put(file.key(), RuleError.ofFile("compilerEnded", Map.of())));
                lost.clear();
            }
        }
        return failures;
    }

    /** How many of them have an outcome, or could not have one kept, which is among the failures then. */
    private int run(List<RuleFile> files, Path cache, Map<String, RuleError> failures) throws IOException {
        List<String> line = new ArrayList<>(command);
        line.add(cache.toString());
        Process process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(CompilerProcess::daemon);
        try {
            ScheduledFuture<?> alarm = alarm(clock, process);
            try (OutputStream in = process.getOutputStream()) {
                ObjectMapper json = new ObjectMapper();
                for (RuleFile file : files) {
                    in.write(json.writeValueAsBytes(CompileJob.of(file)));
                    in.write('\n');
                }
            } catch (IOException e) {
                System.err.println("tripostal: the compiler of rules does not listen: " + e.getMessage());
            }
            int done = 0;
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String said = out.readLine(); said != null; said = out.readLine()) {
                    int end = said.indexOf('\t');
                    String key = end < 0 ? said : said.substring(0, end);
                    if (done < files.size() && key.equals(files.get(done).key())) {
                        done++;
                        if (end >= 0) {
                            failures.put(key, RuleError.ofFile("notKept", Map.of("reason", said.substring(end + 1))));
                        }
                        alarm.cancel(false);
                        alarm = alarm(clock, process);
                    }
                }
            }
            return done;
        } finally {
            clock.shutdownNow();
            process.destroyForcibly();
        }
    }

    private ScheduledFuture<?> alarm(ScheduledExecutorService clock, Process process) {
        return clock.schedule(process::destroyForcibly, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "compiler-clock");
        thread.setDaemon(true);
        return thread;
    }
}
