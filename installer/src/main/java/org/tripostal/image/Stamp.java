package org.tripostal.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Remembers, by a hash of what went in, that something was built, so that it need not be built again. */
record Stamp(Path file, String content) {

    static Stamp of(Path file, String... inputs) {
        return new Stamp(file, hash(String.join("\n", inputs).getBytes(StandardCharsets.UTF_8)));
    }

    boolean isCurrent() throws IOException {
        return Files.exists(file) && Files.readString(file).equals(content);
    }

    void write() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** To be called before building: what breaks off half-way must not pass for built. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Name and content of a file. */
    static String ofFile(Path file) throws IOException {
        return file.getFileName() + " " + hash(Files.readAllBytes(file)) + "\n";
    }

    /** Names and contents of all files of a folder. */
    static String ofFolder(Path folder) throws IOException {
        StringBuilder hashes = new StringBuilder();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            hashes.append(ofFile(file));
        }
        return hashes.toString();
    }

    /** The code that builds, as compiled: all classes and resources beside the given one. */
    static String ofClass(Class<?> builder) throws IOException {
        try {
            return ofFolder(Path.of(builder.getResource(".").toURI()));
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
