package org.tripostal.alone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.driver.Await;

/** Whatever the program writes is for its user only: files 0600, folders 0700, also where the system would let others read. */
class PrivateFilesIT {

    @TempDir
    Path folder;

    @Test
    void everyFileAndFolderThatTheProgramMakesIsForItsUserOnly() throws Exception {
        Path mail = Files.writeString(folder.resolve("a.eml"), "From: Ann <ann@example.org>\nSubject: Hello\n\nHello\n");
        Host.tripostal(folder, "rules", "new", "Report");
        Host.tripostal(folder, "learn", "--ham", mail.toString());
        try (Host host = new Host(folder)) {
            host.ask("settings/set", "{\"active\":true}");
            host.ask("routes/set", "{\"from\":\"ann@example.org\",\"folder\":\"Family\"}");
            host.sort(0, 10);
            Await.until("the user's rule to be compiled", Duration.ofSeconds(60), () -> Files.isDirectory(folder.resolve("cache/rules")) && count(folder.resolve("cache/rules")) > 0);
            Host.tripostal(folder, "journal", "undo", "--last-run");
            List<String> open = new ArrayList<>();
            int files = 0;
            for (String part : List.of("config", "data", "cache")) {
                try (Stream<Path> walk = Files.walk(folder.resolve(part))) {
                    for (Path path : walk.toList()) {
                        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                        files++;
                        if (!rights.equals(Files.isDirectory(path) ? "rwx------" : "rw-------")) {
                            open.add(rights + " " + folder.relativize(path));
                        }
                    }
                }
            }
            assertThat(open).as("of " + files).isEmpty();
            assertThat(folder.resolve("config/settings.yaml")).exists();
            assertThat(folder.resolve("data/journal.db")).exists();
            assertThat(folder.resolve("data/journal.requests")).exists();
            assertThat(folder.resolve("data/learner/shared.weights")).exists();
            assertThat(folder.resolve("data/sqlite")).as("the library of the database lies in the image: nothing is unpacked at a start, which a full disk would not let, and a kill would leave")
                    .doesNotExist();
        }
    }

    private static long count(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
