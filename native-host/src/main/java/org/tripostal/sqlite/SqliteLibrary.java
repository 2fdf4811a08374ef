package org.tripostal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.tripostal.settings.PrivateFolder;

/**
 * SQLite is a library in the machine's own code. The image has it as a file; elsewhere, as in tests, its driver unpacks it at each start. Not into the folder for temporary
 * files, which everybody may write to and from which some systems run nothing, but into one of the user's own.
 */
public final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";
    private static final String SHIPPED = "org.sqlite.lib.path";
    private static final Duration IN_USE = Duration.ofDays(1);

    private SqliteLibrary() {}

    /**
     * Names the place of the library to the driver: that in the image, or else the folder to unpack it into, unless somebody named another; and removes what programs that were
     * killed left there.
     */
    public static void findOrUnpackInto(Path folder) throws IOException {
        if (System.getProperty(FOLDER) != null || System.getProperty(SHIPPED) != null) {
            return;
        }
        String home = System.getProperty("tripostal.home");
        Path shipped = home == null ? null : Path.of(home, "lib", "sqlite");
        if (shipped != null && Files.isDirectory(shipped)) {
            System.setProperty(SHIPPED, shipped.toString());
            if (Files.isDirectory(folder)) { // of an earlier version
                removeLeftovers(folder, Instant.now().minus(IN_USE));
            }
            return;
        }
        PrivateFolder.create(folder);
        removeLeftovers(folder, Instant.now().minus(IN_USE));
        System.setProperty(FOLDER, folder.toAbsolutePath().toString());
    }

    static void removeLeftovers(Path folder, Instant before) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.getFileName().toString().startsWith("sqlite-")).toList();
        }
        for (Path file : files) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                System.err.println("tripostal: " + file + " is left from an earlier start and cannot be removed: " + e.getMessage());
            }
        }
    }
}
