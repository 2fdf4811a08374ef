package org.tripostal.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lets a program do a typical piece of work once, so that the virtual machine can keep what it loaded and linked in an archive:
 * an AOT cache, or with an older Java a class data sharing archive. It halves the time to the host's first answer.
 */
final class Training {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** An archive that does not fit is ignored by the virtual machine without a word: this share tells the two apart. */
    private static final double LEAST_SHARE = 0.8;

    /** Of the kinds that people have: one in two languages, one of a list and from an address that has a route, and an old one in a character set and forms of its time. */
    private static final List<String> MESSAGES = List.of("message.eml", "message-of-a-list.eml", "old-message.eml");

    private static final String CONFIG_WITH_RULES = "config-with-rules";

    private final Path folder;
    private final Path frames;
    private final Path mail;
    private final Path jobs;

    /** @param folder for what is written during the training; emptied first */
    Training(Path exchanges, Path folder) throws IOException {
        this.folder = folder;
        Folders.delete(folder);
        Path config = Files.createDirectories(folder.resolve("config"));
        copyResource("routes.csv", config.resolve("routes.csv"));
        Path rules = Files.createDirectories(folder.resolve(CONFIG_WITH_RULES).resolve("rules"));
        copyResource("routes.csv", rules.resolveSibling("routes.csv"));
        copyResource("rules.drl", rules.resolve("training.drl"));
        frames = folder.resolve("frames");
        CannedFrames.write(exchanges, frames);
        mail = Files.createDirectories(folder.resolve("mail"));
        for (String message : MESSAGES) {
            copyResource(message, mail.resolve(message));
        }
        jobs = folder.resolve("jobs");
        copyResource("jobs.jsonl", jobs);
    }

    /** Makes the archive of a program; returns a line that says so. */
    String makeArchive(StartLine start, Path launcher) throws IOException {
        if (start.program() == Program.HOST) {
            // Compiles the rules of the training, which every later start finds compiled.
            work(start.program(), List.of(launcher.toString()), Map.of());
        }
        String said = work(start.program(), start.trainingCommand(rehearsed(start.program())), Map.of());
        if (!Files.exists(start.archive())) {
            throw new IOException("The training run of " + start.program().fileName() + " left no archive " + start.archive() + ": " + said);
        }
        return start.program().fileName() + ": archive of " + Files.size(start.archive()) / 1_000_000 + " MB";
    }

    /** Starts the finished launcher and counts the classes that really come from the archive; returns a line that says so. */
    String proveArchive(StartLine start, Path launcher) throws IOException {
        Path loaded = folder.resolve(start.program().fileName() + ".loaded");
        // This variable is read after the command line, which switches all logs off.
        Map<String, String> log = Map.of("_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + loaded);
        work(start.program(), Stream.concat(Stream.of(launcher.toString()), work(start.program()).stream()).toList(), log);
        List<String> classes;
        try (Stream<String> lines = Files.lines(loaded)) {
            classes = lines.filter(line -> line.contains(" source: ")).toList();
        }
        long shared = classes.stream().filter(line -> line.contains("shared objects file")).count();
        boolean ours = classes.stream().anyMatch(line -> line.contains(start.program().mainClass() + " source: shared objects file"));
        String counted = start.program().fileName() + ": " + shared + " of " + classes.size() + " classes come from the archive";
        if (!ours || shared < LEAST_SHARE * classes.size()) {
            throw new IOException(counted + ", so the launcher does not really use it. See " + loaded);
        }
        return counted;
    }

    private String work(Program program, List<String> command, Map<String, String> more) throws IOException {
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.put("TRIPOSTAL_CONFIG_DIR", folder.resolve(program == Program.HOST ? CONFIG_WITH_RULES : "config").toString());
        environment.put("TRIPOSTAL_DATA_DIR", folder.resolve("data").toString());
        environment.put("TRIPOSTAL_CACHE_DIR", folder.resolve("cache").toString());
        return Command.run(PATIENCE, command, environment, switch (program) {
            case HOST -> frames.toFile();
            case COMPILER -> jobs.toFile();
            case COMMAND_LINE -> null;
        });
    }

    private List<String> work(Program program) {
        return switch (program) {
            case HOST -> List.of();
            case COMPILER -> List.of(folder.resolve("compiled").toString());
            case COMMAND_LINE -> List.of("check", "--json", mail.toString());
        };
    }

    /** What the archive is made of: of the command line both quick commands. The one that closes standard output is the last. */
    private List<String> rehearsed(Program program) {
        return program != Program.COMMAND_LINE ? work(program) : Stream.concat(Stream.of(
                "learn", "--spam", mail.resolve(MESSAGES.get(2)).toString(), "--",
                "learn", "--ham", mail.resolve(MESSAGES.get(0)).toString(), mail.resolve(MESSAGES.get(1)).toString(), "--"), work(program).stream()).toList();
    }

    private static void copyResource(String name, Path to) throws IOException {
        try (InputStream resource = Training.class.getResourceAsStream(name)) {
            Files.copy(resource, to);
        }
    }
}
