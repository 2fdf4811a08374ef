package org.tripostal.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file for its owner only (0600), which whoever reads it finds whole. */
public final class PrivateFile {

    private PrivateFile() {}

    /**
     * Writes it whole or not at all, also where the computer stops in between: beside it first, and on the disk, before it takes the name. Its folder is made where
     * it is missing.
     *
     * @throws IOException where it cannot be written; what was there is there still
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        PrivateFolder.create(folder);
        Path aside = Files.createTempFile(folder, ".tripostal", ".new", forOwner(folder));
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining();) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            try {
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Opens it to be written to, and makes it, empty, and its folder, where it is missing. What it holds stays. */
    public static FileChannel openOrCreate(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        PrivateFolder.create(folder);
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), forOwner(folder));
    }

    private static FileAttribute<?>[] forOwner(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
    }
}
