package org.tripostal.image;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * SQLite's own code for this machine, shipped as a file: its driver would unpack a megabyte at each start, for which a full disk has no room, and which a program that
 * is killed leaves behind.
 */
final class NativeLibrary {

    private NativeLibrary() { }

    /** Takes it out of the driver's jar in {@code lib}, into {@code lib/sqlite}, where the programs look for it. */
    static void copyInto(Path lib, Path driver) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String inside = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        Path folder = Files.createDirectories(lib.resolve("sqlite"));
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + driver.toUri()), Map.of());
                InputStream library = Files.newInputStream(jar.getPath(inside))) {
            Files.copy(library, folder.resolve(name));
        }
    }
}
