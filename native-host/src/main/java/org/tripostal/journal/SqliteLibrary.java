package org.tripostal.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.tripostal.settings.PrivateFolder;

/**
 * SQLite is a library in the machine's own code, which its driver unpacks at each start. Not into the folder for temporary files, which everybody may
 * write to and from which some systems run nothing, but into one of the user's own.
 */
public final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";
    private static final Duration IN_USE = Duration.ofDays(1);

    private SqliteLibrary() {}

    /** Names the folder to the driver, unless somebody named another, and removes what programs that were killed left there. */
    public static void unpackInto(Path folder) throws IOException {
        if (System.getProperty(FOLDER) != null) {
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
