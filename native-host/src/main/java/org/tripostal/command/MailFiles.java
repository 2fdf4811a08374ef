package org.tripostal.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The messages that arguments name, in order: a file is one whatever its name; a folder is walked for {@code *.eml}, sorted by path. */
final class MailFiles implements Iterator<MailFiles.Found> {

    /**
     * A file, or an argument or a folder that cannot be read.
     *
     * @param path the argument joined with the path below it
     * @param trouble why it cannot be read; null where it can be
     */
    record Found(Path path, IOException trouble) {}

    /**
     * What lies in a folder; asked about once, because asking costs more than reading a header.
     *
     * @param attributes null where it is a link that leads nowhere
     */
    private record Entry(Path path, BasicFileAttributes attributes, String sortKey) {

        static Entry of(Path path) {
            BasicFileAttributes attributes = attributes(path);
            // A folder sorts as its path with a separator at the end, so that the whole list is in the order of the paths' text.
            return new Entry(path, attributes, attributes != null && attributes.isDirectory() ? path + "/" : path.toString());
        }

        private static BasicFileAttributes attributes(Path path) {
            try {
                return Files.readAttributes(path, BasicFileAttributes.class);
            } catch (IOException e) {
                return null; // that it cannot be read is told when it is opened
            }
        }

        boolean isFolder() {
            return attributes != null && attributes.isDirectory();
        }

        /** A pipe or a socket would never end. A link that leads nowhere is no pipe: that it cannot be read is told. */
        boolean isPipe() {
            return attributes != null && !attributes.isRegularFile();
        }
    }

    /** The folders on the way to where we are, the arguments at the bottom. */
    private final Deque<Iterator<Entry>> open = new ArrayDeque<>();
    private Found next;

    MailFiles(List<Path> arguments) {
        open.push(arguments.stream().map(Entry::of).iterator());
        next = find();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Found next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Found found = next;
        next = find();
        return found;
    }

    /** Hands each on: what can be read to one, what cannot to the other. */
    void forEach(Consumer<Path> file, BiConsumer<Path, IOException> trouble) {
        forEachRemaining(found -> {
            if (found.trouble() == null) {
                file.accept(found.path());
            } else {
                trouble.accept(found.path(), found.trouble());
            }
        });
    }

    private Found find() {
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                continue;
            }
            boolean argument = open.size() == 1;
            Entry entry = open.peek().next();
            Found found = argument ? argument(entry) : inFolder(entry);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Found argument(Entry entry) {
        if (entry.isFolder()) {
            return enter(entry.path());
        }
        if (entry.attributes() == null) {
            return new Found(entry.path(), new NoSuchFileException(entry.path().toString()));
        }
        return new Found(entry.path(), entry.isPipe() ? new FileSystemException(entry.path().toString(), null, "not a file") : null);
    }

    private Found inFolder(Entry entry) {
        if (entry.isFolder()) {
            return isLoop(entry.path()) ? new Found(entry.path(), new FileSystemLoopException(entry.path().toString())) : enter(entry.path());
        }
        boolean mail = entry.path().getFileName().toString().endsWith(".eml") && !entry.isPipe();
        return mail ? new Found(entry.path(), null) : null;
    }

    /** Goes on inside the folder; finds something only where it cannot be listed. */
    private Found enter(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            open.push(listed.map(Entry::of).sorted(Comparator.comparing(Entry::sortKey)).toList().iterator());
            return null;
        } catch (IOException | java.io.UncheckedIOException e) {
            return new Found(folder, e instanceof IOException io ? io : new IOException(e.getCause()));
        }
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
