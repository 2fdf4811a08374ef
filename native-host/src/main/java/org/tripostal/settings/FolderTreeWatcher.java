package org.tripostal.settings;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Tells when something changes in a folder or below it. The folder may come, go and come back. Several changes in a row, as editors make them, are told
 * once.
 */
public final class FolderTreeWatcher implements AutoCloseable {

    private static final long QUIET_MILLIS = 150;
    /** Changes that never stop must be told some time. */
    private static final long LONGEST_MILLIS = 1_000;
    private static final int MOST_FOLDERS = 1_000;
    private static final int DEEPEST = 16;

    private final Path top;
    private final WatchService watch;
    private final Map<WatchKey, Path> watched = new HashMap<>();

    private FolderTreeWatcher(Path top, WatchService watch) {
        this.top = top;
        this.watch = watch;
    }

    /**
     * Watches from now on.
     *
     * @param folder its parent is made where it is missing
     * @param changed called on a thread of the watcher's
     * @return null where it cannot be watched; why is said on standard error
     */
    public static FolderTreeWatcher of(Path folder, Runnable changed) {
        try {
            PrivateFolder.create(folder.toAbsolutePath().getParent());
            FolderTreeWatcher watcher = new FolderTreeWatcher(folder, folder.getFileSystem().newWatchService());
            watcher.register(folder.toAbsolutePath().getParent());
            watcher.registerTree();
            Thread thread = new Thread(() -> watcher.run(changed), "rules-watcher");
            thread.setDaemon(true);
            thread.start();
            return watcher;
        } catch (IOException e) {
            System.err.println("tripostal-host: changes in " + folder + " will be seen at the next start only: " + e);
            return null;
        }
    }

    private void run(Runnable changed) {
        try {
            while (true) {
                boolean ours = false;
                long begun = System.nanoTime();
                for (WatchKey key = watch.take(); key != null; key = next(begun)) {
                    ours |= isOurs(key);
                    if (!key.reset()) {
                        watched.remove(key);
                    }
                    begun = ours ? begun : System.nanoTime();
                }
                if (ours) {
                    registerTree();
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException e) {
            return; // closed: nothing more to watch
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WatchKey next(long begun) throws InterruptedException {
        return System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS) ? null : watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** In the parent only the folder itself counts; below it, everything. */
    private boolean isOurs(WatchKey key) {
        boolean inParent = top.toAbsolutePath().getParent().equals(watched.get(key));
        boolean ours = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            ours |= !inParent || event.kind() == StandardWatchEventKinds.OVERFLOW || top.getFileName().equals(event.context());
        }
        return ours;
    }

    private void registerTree() {
        try {
            if (Files.isDirectory(top)) {
                Files.walkFileTree(top, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                        register(folder);
                        return watched.size() < MOST_FOLDERS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE; // whoever reads the rules tells what cannot be read
                    }
                });
            }
        } catch (IOException e) {
            System.err.println("tripostal-host: not all changes in " + top + " will be seen: " + e);
        }
    }

    private void register(Path folder) throws IOException {
        watched.put(
                folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE), folder);
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
