package org.tripostal.settings;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Tells when a file of the user's was changed, made or removed. Several changes in a row, as editors make them, are told once. */
public final class ConfigWatcher implements AutoCloseable {

    private static final long QUIET_MILLIS = 150;
    private static final Set<String> FILES = Set.of("settings.yaml", "routes.csv");

    private final WatchService watch;
    private final Set<String> files;

    /**
     * Watches the user's settings and routes from now on.
     *
     * @param changed called on a thread of the watcher's
     * @throws IOException where the folder cannot be made or watched
     */
    public ConfigWatcher(Folders folders, Runnable changed) throws IOException {
        this(folders.config(), FILES, changed);
    }

    /**
     * Watches files of a folder from now on.
     *
     * @param files their names
     * @param changed called on a thread of the watcher's
     * @throws IOException where the folder cannot be made or watched
     */
    public ConfigWatcher(Path folder, Set<String> files, Runnable changed) throws IOException {
        this.files = files;
        PrivateFolder.create(folder);
        watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
        Thread thread = new Thread(() -> run(changed), "config-watcher");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Runnable changed) {
        try {
            while (true) {
                boolean ours = false;
                for (WatchKey key = watch.take(); key != null; key = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
                    ours |= isOurs(key.pollEvents());
                    key.reset();
                }
                if (ours) {
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException e) {
            return; // closed: nothing more to watch
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOurs(List<WatchEvent<?>> events) {
        return events.stream()
                .anyMatch(event -> event.kind() == StandardWatchEventKinds.OVERFLOW || files.contains(String.valueOf(event.context())));
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
