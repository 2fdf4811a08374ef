package org.tripostal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code tripostal learn} and {@code tripostal check --json --pack spam} over folders {@code …/ham} and {@code …/spam}, each beside bogofilter over the same files in the same run. */
final class SpamBench {

    private static final int MOST_OF_A_KIND = 2_000;
    private static final int ROUNDS = 3;

    private final Image image;
    private final Path mail;
    private final Path work;

    SpamBench(Image image, Path mail, Path work) {
        this.image = image;
        this.mail = mail;
        this.work = work;
    }

    void run(Report report) throws IOException, InterruptedException {
        Path spam = box("spam");
        Path ham = box("ham");
        int messages = count(spam) + count(ham);
        report.line("messages", String.valueOf(messages));
        if (count(spam) == 0 || count(ham) == 0) {
            report.line("left out: it needs folders named ham and spam below the folder of mail", "");
            return;
        }
        double ownLearning = seconds(List.of(tripostal("learn", "--spam", spam), tripostal("learn", "--ham", ham)));
        List<Double> own = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        double otherLearning = 0;
        boolean compare = Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "bogofilter")));
        Path words = Files.createDirectories(work.resolve("bogofilter"));
        if (compare) {
            otherLearning = seconds(List.of(bogofilter(words, list(spam), "-s"), bogofilter(words, list(ham), "-n")));
        }
        for (int i = 0; i < ROUNDS; i++) {
            if (compare) {
                other.add(seconds(List.of(bogofilter(words, list(spam, ham), "-v"))));
            }
            own.add(seconds(List.of(tripostal("check", "--json", "--pack", "spam", spam, ham))));
        }
        report.line("learn, both kinds", "%,.0f messages/s".formatted(messages / ownLearning));
        report.line("check --pack spam, learner included (median of " + ROUNDS + ")", "%,.0f messages/s".formatted(messages / Figures.median(own)));
        if (compare) {
            report.line("bogofilter's database, on which its speed depends", database());
            report.line("bogofilter, the same folders: learning", "%,.0f messages/s".formatted(messages / otherLearning));
            report.line("bogofilter, the same folders: judging", "%,.0f messages/s".formatted(messages / Figures.median(other)));
            report.judged("learning, ratio", "%.2fx".formatted(otherLearning / ownLearning), "at least 1x", otherLearning >= ownLearning);
            report.judged("judging, ratio", "%.2fx".formatted(Figures.median(other) / Figures.median(own)), "at least 1x", Figures.median(other) >= Figures.median(own));
        } else {
            report.line("bogofilter is not installed, so there is nothing to compare with", "");
        }
    }

    /** Debian has three bogofilters; that with SQLite judges a third fewer messages a second than that with Berkeley DB. */
    private static String database() throws IOException {
        try (BufferedReader told = new ProcessBuilder("bogofilter", "-V").redirectErrorStream(true).start().inputReader()) {
            return told.lines().filter(line -> line.contains("Database:")).map(line -> line.replace("Database:", "").strip()).findFirst().orElse("it does not say which");
        }
    }

    private Path box(String label) throws IOException {
        Path box = Files.createDirectories(work.resolve(label));
        try (Stream<Path> files = Files.walk(mail)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".eml") && file.getParent().endsWith(label)).sorted().limit(MOST_OF_A_KIND).toList();
            for (int i = 0; i < found.size(); i++) {
                Files.copy(found.get(i), box.resolve("%05d.eml".formatted(i)));
            }
        }
        return box;
    }

    private static int count(Path box) throws IOException {
        try (Stream<Path> files = Files.list(box)) {
            return (int) files.count();
        }
    }

    private ProcessBuilder tripostal(Object... arguments) {
        return command(image.tripostal().toString(), arguments);
    }

    /** One process for all messages: their names come by its standard input ({@code -b}). A folder it takes only as a mailbox of a kind that it knows, and says nothing of any other. */
    private ProcessBuilder bogofilter(Path words, Path names, String what) {
        return command("bogofilter", "-C", "-d", words, what, "-b").redirectInput(names.toFile());
    }

    private Path list(Path... boxes) throws IOException {
        StringBuilder names = new StringBuilder();
        for (Path box : boxes) {
            try (Stream<Path> files = Files.list(box)) {
                files.sorted().forEach(file -> names.append(file).append('\n'));
            }
        }
        return Files.writeString(Files.createTempFile(work, "names", ".txt"), names);
    }

    private ProcessBuilder command(String program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(work.resolve("err").toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("TRIPOSTAL_CONFIG_DIR", work.resolve("config").toString(), "TRIPOSTAL_DATA_DIR", work.resolve("data").toString(),
                "TRIPOSTAL_CACHE_DIR", work.resolve("cache").toString()));
        return builder;
    }

    private double seconds(List<ProcessBuilder> commands) throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (ProcessBuilder command : commands) {
            int status = command.start().waitFor();
            // bogofilter ends with 0 to 2 by what it found; neither is a failure
            if (status > 2 || status != 0 && command.command().get(0).equals(image.tripostal().toString())) {
                throw new IOException(command.command() + " ended with exit status " + status + ": " + Files.readString(work.resolve("err")));
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
