package org.tripostal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {

    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void whatKilledProgramsLeftIsRemovedAndWhatIsInUseStays() throws IOException {
        Path old = Files.createFile(folder.resolve("sqlite-3-left-libsqlitejdbc.so"));
        Files.setLastModifiedTime(old, FileTime.from(TEN.minusSeconds(1)));
        Path used = Files.createFile(folder.resolve("sqlite-3-used-libsqlitejdbc.so"));
        Files.setLastModifiedTime(used, FileTime.from(TEN.plusSeconds(1)));
        Path other = Files.createFile(folder.resolve("notes.txt"));
        Files.setLastModifiedTime(other, FileTime.from(TEN.minusSeconds(1)));
        SqliteLibrary.removeLeftovers(folder, TEN);
        assertThat(old).doesNotExist();
        assertThat(used).exists();
        assertThat(other).exists();
    }
}
