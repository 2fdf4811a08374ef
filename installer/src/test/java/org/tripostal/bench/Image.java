package org.tripostal.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The image that is measured.
 *
 * @param home its folder
 * @param jdk the kit that its runtime was linked from
 * @param feature the version of Java
 */
record Image(Path home, Path jdk, int feature) {

    static Image at(Path home) throws IOException {
        Properties release = release(home.resolve("runtime"));
        String version = release.getProperty("JAVA_VERSION");
        try (Stream<Path> kits = Stream.concat(
                Stream.of(System.getenv().getOrDefault("JAVA_HOME", ""), System.getProperty("java.home")).filter(kit -> !kit.isEmpty()).map(Path::of),
                Files.exists(Path.of("/usr/lib/jvm")) ? Files.list(Path.of("/usr/lib/jvm")) : Stream.empty())) {
            for (Path kit : kits.filter(kit -> Files.exists(kit.resolve("release")) && Files.exists(kit.resolve("bin/jlink"))).toList()) {
                if (release(kit).getProperty("JAVA_VERSION").equals(version)) {
                    return new Image(home, kit, Runtime.Version.parse(version.replace("\"", "")).feature());
                }
            }
        }
        throw new IOException("The kit that " + home + " was linked from, Java " + version + ", is not on this computer any more.");
    }

    private static Properties release(Path java) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(java.resolve("release"))) {
            properties.load(in);
        }
        return properties;
    }

    Path host() {
        return home.resolve("bin/tripostal-host");
    }

    Path tripostal() {
        return home.resolve("bin/tripostal");
    }

    /** The command that runs a class of these tests with nothing around it, started as quickly as that Java can without an archive of its own. */
    List<String> floor(String mainClass) {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(path -> path.endsWith("test-classes")).findFirst().orElseThrow();
        return List.of(jdk.resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, mainClass);
    }
}
