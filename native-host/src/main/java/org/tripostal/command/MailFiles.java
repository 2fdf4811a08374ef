package org.tripostal.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The messages that arguments name: a file is one whatever its name; a folder is walked for {@code *.eml}, sorted by path. */
final class MailFiles {

    private final List<Path> arguments;

    MailFiles(List<Path> arguments) {
        this.arguments = arguments;
    }

    /**
     * Goes through the files in order.
     *
     * @param found a file, as the argument joined with the path below it
     * @param failed an argument or a folder that cannot be read, and why
     */
    void forEach(Consumer<Path> found, BiConsumer<Path, IOException> failed) {
        for (Path argument : arguments) {
            if (Files.isDirectory(argument)) {
                walk(argument, found, failed);
            } else if (Files.isRegularFile(argument)) {
                found.accept(argument);
            } else if (Files.exists(argument)) {
                failed.accept(argument, new FileSystemException(argument.toString(), null, "not a file"));
            } else {
                failed.accept(argument, new NoSuchFileException(argument.toString()));
            }
        }
    }

    private static void walk(Path folder, Consumer<Path> found, BiConsumer<Path, IOException> failed) {
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            entries = listed.sorted(Comparator.comparing(MailFiles::sortKey)).toList();
        } catch (IOException e) {
            failed.accept(folder, e);
            return;
        }
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                if (isLoop(entry)) {
                    failed.accept(entry, new FileSystemLoopException(entry.toString()));
                } else {
                    walk(entry, found, failed);
                }
            } else if (entry.getFileName().toString().endsWith(".eml") && !isPipe(entry)) {
                found.accept(entry);
            }
        }
    }

    /** A folder sorts as its path with a separator at the end, so that the whole list is in the order of the paths' text. */
    private static String sortKey(Path entry) {
        return Files.isDirectory(entry) ? entry + "/" : entry.toString();
    }

    /** A pipe or a socket would never end. A link that leads nowhere is no pipe: that it cannot be read is told. */
    private static boolean isPipe(Path entry) {
        return Files.exists(entry) && !Files.isRegularFile(entry);
    }

    private static boolean isLoop(Path folder) {
        if (!Files.isSymbolicLink(folder)) {
            return false;
        }
        try {
            return folder.toAbsolutePath().getParent().toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return true; // it cannot be resolved: then it cannot be walked either, and is reported as such
        }
    }
}
