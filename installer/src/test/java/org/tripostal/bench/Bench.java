package org.tripostal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jmh.runner.RunnerException;
import org.tripostal.image.Folders;

/** {@code ./bench}: {@code Bench IMAGE [MAIL] [start|engine|check|memory|spam]…}. Ends with status 1 where a figure was not reached. */
public final class Bench {

    private static final Set<String> ALL = new TreeSet<>(Set.of("start", "engine", "check", "memory", "spam"));

    private Bench() { }

    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        Image image = Image.at(Path.of(args[0]).toAbsolutePath());
        List<String> words = List.of(args).subList(1, args.length);
        Path mail = words.stream().filter(word -> !ALL.contains(word)).map(word -> Path.of(word).toAbsolutePath()).findFirst().orElse(null);
        Set<String> chosen = new TreeSet<>(words);
        chosen.retainAll(ALL);
        Path work = Files.createTempDirectory("tripostal-bench");
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x")); // sieve-filter runs as somebody else
        Report report = new Report();
        System.out.printf("%d processors, load %s, Java %d (%s)%n", Runtime.getRuntime().availableProcessors(), load(), image.feature(), image.jdk());
        try {
            for (String what : chosen.isEmpty() ? ALL : chosen) {
                report.title(what);
                switch (what) {
                    case "start" -> new HostBench(image, Files.createDirectories(work.resolve("start"))).start(report);
                    case "engine" -> EngineBench.run(report);
                    case "memory" -> new HostBench(image, Files.createDirectories(work.resolve("memory"))).memory(report);
                    case "spam" -> spam(image, mail, work, report);
                    default -> check(image, mail, work, report);
                }
            }
        } finally {
            Folders.delete(work);
        }
        System.out.printf("%nload %s at the end%n", load());
        System.exit(report.missed() == 0 ? 0 : 1);
    }

    private static void check(Image image, Path mail, Path work, Report report) throws IOException, InterruptedException {
        if (mail == null) {
            report.line("left out: it needs a folder of mail, ./bench FOLDER", "");
        } else {
            new CheckBench(image, mail, Files.createDirectories(work.resolve("check"))).run(report);
        }
    }

    private static void spam(Image image, Path mail, Path work, Report report) throws IOException, InterruptedException {
        if (mail == null) {
            report.line("left out: it needs a folder of mail with folders ham and spam, ./bench FOLDER", "");
        } else {
            new SpamBench(image, mail, Files.createDirectories(work.resolve("spam"))).run(report);
        }
    }

    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).split(" ")[0] : "unknown";
    }
}
