package org.tripostal.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The jars that are shipped, in an order that stays the same from build to build. */
record Jars(List<Path> files) {

    /** @param classPath a file that holds a class path, as Maven writes it */
    static Jars listedIn(Path classPath) throws IOException {
        List<Path> files = Arrays.stream(Files.readString(classPath).strip().split(File.pathSeparator))
                .map(Path::of).sorted(Comparator.comparing(Jars::isOfOthers).thenComparing(Path::getFileName)).toList();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new IOException(file + " is not a jar. The image is made from a whole build: mvn package, from the root.");
            }
        }
        return new Jars(files);
    }

    /** Our own come first: a start looks for their resources, and opens every jar that lies before. */
    private static boolean isOfOthers(Path jar) {
        return !jar.getFileName().toString().matches("(native-host|rules)-.*");
    }

    /** Those that others have not. */
    Jars without(Jars others) {
        return new Jars(files.stream().filter(file -> !others.files.contains(file)).toList());
    }

    /** Changes when any of them does. */
    String stamp() throws IOException {
        StringBuilder stamp = new StringBuilder();
        for (Path file : files) {
            stamp.append(Stamp.ofFile(file));
        }
        return stamp.toString();
    }

    /** Copies the jars into an emptied folder and returns the copies. */
    List<Path> copyTo(Path folder) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        List<Path> copies = new ArrayList<>();
        for (Path file : files) {
            Path copy = folder.resolve(file.getFileName());
            copies.add(copy);
            if (OldClasses.areIn(file)) {
                OldClasses.renew(file, copy);
                Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
            } else {
                // With their times: an archive is void when those change.
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copies;
    }
}
