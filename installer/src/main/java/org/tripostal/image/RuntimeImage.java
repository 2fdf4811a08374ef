package org.tripostal.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The Java runtime that is shipped, linked from the newest kit that can do it.
 *
 * @param home its folder
 * @param jdk the kit it was linked from
 */
record RuntimeImage(Path home, Jdk jdk) {

    /** The first kit whose one-step {@code -XX:AOTCacheOutput} can be used; older ones have class data sharing. */
    private static final int FIRST_WITH_AOT_CACHE = 25;

    /** What Drools, Jackson and Jakarta Mail were seen to need. */
    private static final List<String> MODULES = List.of(
            "java.base", "java.compiler", "java.logging", "java.management", "java.naming", "java.sql", "java.xml",
            // java.beans, for Drools and the Activation framework. It cannot be had without the rest of the desktop.
            "java.desktop",
            // Mail comes in character sets that java.base does not know, and figures are written the French way.
            "jdk.charsets", "jdk.localedata",
            "jdk.unsupported");

    static RuntimeImage linkedInto(Path home) throws IOException {
        List<String> refused = new ArrayList<>();
        for (Jdk jdk : Jdk.found()) {
            RuntimeImage runtime = new RuntimeImage(home, jdk);
            Stamp stamp = Stamp.of(home.resolveSibling("../runtime.stamp").normalize(), runtime.stamp());
            if (stamp.isCurrent()) {
                return runtime;
            }
            stamp.clear();
            Folders.delete(home);
            try {
                runtime.link();
                stamp.write();
                return runtime;
            } catch (Command.Failed failed) {
                refused.add(jdk.home() + ": " + failed.getMessage());
                System.err.println("This kit cannot link a runtime, trying the next: " + failed.getMessage());
            }
        }
        throw new IOException("No Java development kit with a working jlink was found. Install one (on Debian: apt-get install "
                + "openjdk-17-jdk-headless), or set JAVA_HOME. Tried: " + refused);
    }

    private void link() throws IOException {
        System.out.println("Linking a Java " + jdk.feature() + " runtime from " + jdk.home() + " …");
        Command.run(Duration.ofMinutes(5), jdk.jlink().toString(),
                "--add-modules", String.join(",", MODULES), "--include-locales", "en,fr",
                "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages", "--output", home.toString());
        if (!hasAotCache()) {
            // The archive of our own classes is a layer over the runtime's, which jlink of that age does not make.
            Command.run(Duration.ofMinutes(2), java().toString(), "-Xshare:dump");
        }
    }

    Path java() {
        Path unix = home.resolve("bin/java");
        return Files.exists(unix) ? unix : home.resolve("bin/java.exe");
    }

    int feature() {
        return jdk.feature();
    }

    boolean hasAotCache() {
        return jdk.feature() >= FIRST_WITH_AOT_CACHE;
    }

    /** Where the start-up archive of a program lies. */
    Path archiveOf(Path lib, Program program) {
        return lib.resolve(program.fileName() + (hasAotCache() ? ".aot" : ".jsa"));
    }

    /** Changes when this runtime would come out differently. */
    String stamp() throws IOException {
        return Files.readString(jdk.home().resolve("release")) + jdk.home() + MODULES + Stamp.ofClass(RuntimeImage.class);
    }
}
