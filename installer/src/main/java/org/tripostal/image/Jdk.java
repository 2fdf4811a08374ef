package org.tripostal.image;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java development kit on this computer that has {@code jlink}.
 *
 * @param home its folder
 * @param version as its {@code release} file says, such as {@code 17.0.15}
 */
record Jdk(Path home, Runtime.Version version) {

    /** The folders in which the systems keep their kits. */
    private static final List<Path> SHELVES = List.of(
            Path.of("/usr/lib/jvm"), Path.of("/Library/Java/JavaVirtualMachines"),
            Path.of("C:\\Program Files\\Java"), Path.of("C:\\Program Files\\Eclipse Adoptium"));

    /** All kits found, the newest first: {@code JAVA_HOME}, the one that runs this program, and those the system keeps. */
    static List<Jdk> found() {
        List<Path> homes = new ArrayList<>();
        if (System.getenv("JAVA_HOME") != null) {
            homes.add(Path.of(System.getenv("JAVA_HOME")));
        }
        homes.add(Path.of(System.getProperty("java.home")));
        for (Path shelf : SHELVES) {
            homes.addAll(children(shelf));
        }
        return homes.stream()
                .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")))
                .filter(home -> Files.isExecutable(jlink(home)) && Files.isRegularFile(home.resolve("release")))
                .map(Jdk::realPath).distinct()
                .map(home -> new Jdk(home, versionOf(home)))
                .sorted(Comparator.comparing(Jdk::version).reversed())
                .toList();
    }

    int feature() {
        return version.feature();
    }

    Path jlink() {
        return jlink(home);
    }

    private static Path jlink(Path home) {
        Path unix = home.resolve("bin/jlink");
        return Files.exists(unix) ? unix : home.resolve("bin/jlink.exe");
    }

    private static Runtime.Version versionOf(Path home) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home.resolve("release"), e);
        }
        return Runtime.Version.parse(release.getProperty("JAVA_VERSION", "0").replace("\"", ""));
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
