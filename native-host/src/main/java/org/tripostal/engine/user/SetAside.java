package org.tripostal.engine.user;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tripostal.engine.RuleError;
import org.tripostal.settings.PrivateFile;

/**
 * The rules of the user's that failed, on disk, so that a host that had to end over one begins again without it. A rule stays set aside until its file
 * changes.
 */
public final class SetAside {

    /**
     * A rule that failed.
     *
     * @param key of the version of its file
     * @param file the file's path below the rules folder
     * @param rule its name; empty for all rules of the file
     * @param line where it begins
     * @param why {@code endless}, {@code threw} or {@code memory}
     * @param detail what was thrown; may be empty
     */
    public record Failed(String key, String file, String rule, int line, String why, String detail) {

        /** What is shown of it. */
        public RuleError error() {
            return new RuleError(line, 0, "", "setAside." + why, Map.of("rule", rule.isEmpty() ? file : rule, "detail", detail));
        }
    }

    private final Path file;
    private final List<Failed> failed;

    private SetAside(Path file, List<Failed> failed) {
        this.file = file;
        this.failed = failed;
    }

    /** What the file says; nothing where there is none. */
    public static SetAside read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new SetAside(file, new CopyOnWriteArrayList<>(new ObjectMapper().readValue(bytes, new TypeReference<List<Failed>>() {})));
        } catch (NoSuchFileException e) {
            return new SetAside(file, new CopyOnWriteArrayList<>());
        } catch (IOException e) {
            System.err.println("tripostal: " + file + " cannot be read; rules that were set aside are tried again: " + e);
            return new SetAside(file, new CopyOnWriteArrayList<>());
        }
    }

    /** Whether a rule of this version of a file is set aside. */
    public boolean holds(UserRules.InForce version, String rule) {
        return failed.stream().anyMatch(one -> one.key().equals(version.key()) && (one.rule().isEmpty() || one.rule().equals(rule)));
    }

    /** Those that are set aside of this version of a file. */
    public List<Failed> of(UserRules.InForce version) {
        return failed.stream().filter(one -> one.key().equals(version.key())).toList();
    }

    int count() {
        return failed.size();
    }

    /** Sets a rule aside, on disk too. */
    public synchronized void add(Failed one) throws IOException {
        failed.add(one);
        PrivateFile.write(file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(failed));
    }

    /** Lets go of versions that are in force no more. */
    public synchronized void keepOnly(List<UserRules.InForce> inForce) {
        failed.removeIf(one -> inForce.stream().noneMatch(version -> version.key().equals(one.key())));
    }
}
