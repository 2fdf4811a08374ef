package org.tripostal.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tripostal.settings.PrivateFile;
import org.tripostal.settings.PrivateFolder;

/** The user's rules folder, in which each pack is a folder. A pack is put there whole or not at all. */
public final class PackFolder {

    private final Path rules;

    /** @param rules the user's rules folder */
    public PackFolder(Path rules) {
        this.rules = rules;
    }

    /** Whether this can be the name of a pack, and not the way to another folder. */
    public static boolean isName(String name) {
        return name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*");
    }

    /** The names of the folders that are packs, or would be if their files were in order; sorted. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(rules)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(rules)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).filter(PackFolder::isName).sorted().toList();
        }
    }

    /** Where a pack of this name lies, or would. */
    public Path of(String name) {
        return rules.resolve(name);
    }

    /** The pack of this name as it lies there; null where there is none. */
    public RulePack installed(String name) throws IOException, PackException {
        return Files.isDirectory(of(name)) ? PackReader.read(of(name)) : null;
    }

    /** Writes a pack into a folder that is empty. */
    public static void write(RulePack pack, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : pack.files().entrySet()) {
            PrivateFile.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Puts a pack in force, in place of the one of the same name. */
    public void install(RulePack pack) throws IOException {
        PrivateFolder.create(rules);
        // Beside the rules folder, where nobody looks for rules, and on the same disk.
        Path fresh = Files.createTempDirectory(rules.toAbsolutePath().getParent(), ".pack-");
        Path old = fresh.resolveSibling(fresh.getFileName() + "-old");
        try {
            write(pack, fresh);
            if (Files.isDirectory(of(pack.name()))) {
                Files.move(of(pack.name()), old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, of(pack.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.isDirectory(old) && !Files.exists(of(pack.name()))) {
                Files.move(old, of(pack.name()), StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        } finally {
            delete(fresh);
            delete(old);
        }
    }

    /** Takes a pack out. */
    public void remove(String name) throws IOException {
        delete(of(name));
    }

    /** Deletes a folder with all that is in it; links are not followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
