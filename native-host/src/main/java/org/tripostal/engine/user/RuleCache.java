package org.tripostal.engine.user;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tripostal.engine.RuleError;
import org.tripostal.settings.PrivateFile;

/**
 * What compiling came to, by the key of the file: {@code <key>.jar}, or {@code <key>.errors} where it does not compile; {@code <name>.good} holds the key
 * of the last version of a file that did. Each is written aside and moved into place, so that neither a kill nor another program at work ever leaves
 * half a file; whatever is missing is made again.
 */
public final class RuleCache {

    private static final Duration KEPT = Duration.ofDays(60);

    private final Path folder;

    /** Below this folder, which is made when something is written. */
    public RuleCache(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The compiled rules of this key, if they are there and whole. */
    public Optional<CompiledRules> compiled(String key) throws IOException {
        Path jar = folder.resolve(key + ".jar");
        try {
            CompiledRules rules = CompiledRules.ofJar(Files.readAllBytes(jar));
            touch(jar);
            return Optional.of(rules);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("tripostal: " + jar + " is damaged and is made again: " + e);
            Files.deleteIfExists(jar);
            return Optional.empty();
        }
    }

    /** Why the file of this key does not compile, if that is known. */
    public Optional<List<RuleError>> errors(String key) throws IOException {
        Path file = folder.resolve(key + ".errors");
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<RuleError> errors = new ObjectMapper().readValue(bytes, new TypeReference<List<RuleError>>() {});
            touch(file);
            return Optional.of(errors);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            System.err.println("tripostal: " + file + " is damaged and is made again: " + e);
            Files.deleteIfExists(file);
            return Optional.empty();
        }
    }

    /** The key of the last version of a file that compiled. */
    Optional<String> lastGood(String name) throws IOException {
        try {
            return Optional.of(Files.readString(good(name)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void setLastGood(RuleFile file) throws IOException {
        if (!lastGood(file.name()).equals(Optional.of(file.key()))) {
            write(good(file.name()), file.key().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Path good(String name) {
        return folder.resolve(RuleFile.digest(name) + ".good");
    }

    /** Keeps a jar. */
    public void putJar(String key, byte[] jar) throws IOException {
        write(folder.resolve(key + ".jar"), jar);
    }

    /** Keeps what is wrong. */
    public void putErrors(String key, List<RuleError> errors) throws IOException {
        write(folder.resolve(key + ".errors"), new ObjectMapper().writeValueAsBytes(errors));
    }

    /** Lets go of what nobody has used for two months, and of what a kill left half written. */
    void sweep() throws IOException {
        Instant old = Instant.now().minus(KEPT);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void write(Path file, byte[] bytes) throws IOException {
        PrivateFile.write(file, bytes);
    }

    /** When it was last used. That it cannot be noted, because another program has just removed the file, does no harm: it has been read. */
    private static void touch(Path file) throws IOException {
        Instant now = Instant.now();
        if (Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(Duration.ofDays(1)))) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
    }
}
