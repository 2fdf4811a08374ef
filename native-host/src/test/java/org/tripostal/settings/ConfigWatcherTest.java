package org.tripostal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatcherTest {

    @TempDir
    Path parent;

    private final Semaphore told = new Semaphore(0);
    private Path folder;
    private ConfigWatcher watcher;

    @BeforeEach
    void watch() throws Exception {
        folder = parent.resolve("made/by/the/watcher");
        watcher = new ConfigWatcher(new Folders(folder, folder.resolve("data")), told::release);
    }

    @AfterEach
    void stop() throws Exception {
        watcher.close();
    }

    private void assertTold() throws InterruptedException {
        assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).as("told of a change").isTrue();
    }

    @Test
    void aFileThatIsMadeChangedOrRemovedIsTold() throws Exception {
        Path routes = folder.resolve("routes.csv");
        Files.writeString(routes, "from,folder\n");
        assertTold();
        Files.writeString(routes, "from,folder\nann@example.org,Family\n");
        assertTold();
        Files.delete(routes);
        assertTold();
    }

    @Test
    void aFileThatAnEditorPutsInPlaceIsTold() throws Exception {
        Path aside = Files.writeString(parent.resolve("new"), "active: true\n");
        Files.move(aside, folder.resolve("settings.yaml"), StandardCopyOption.ATOMIC_MOVE);
        assertTold();
    }

    @Test
    void anotherFileIsNotToldAndSeveralChangesAreToldOnce() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "mine\n");
        Files.writeString(folder.resolve("routes.csv"), "from,folder\n");
        Files.writeString(folder.resolve("settings.yaml"), "active: true\n");
        assertTold();
        assertThat(told.availablePermits()).isZero();
    }
}
