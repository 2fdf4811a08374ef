package org.tripostal.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tripostal.settings.Folders;

/**
 * Something that is kept on disk.
 *
 * @param what a word for it, to which {@code kept.WHAT} is the sentence
 * @param path the file or folder
 * @param files how many files there are, those that belong to a database included
 * @param bytes how large they are together
 * @param about whether it goes when the user wipes what is known of the mail, or only with the settings
 */
public record Kept(String what, Path path, int files, long bytes, About about) {

    /** What it tells something about. */
    public enum About {
        /** The user's mail. */
        MAIL,
        /** The user's rules and settings. */
        SETTINGS
    }

    /** All that there is, also what takes no room yet. */
    public static List<Kept> all(Folders folders) throws IOException {
        return List.of(
                of("journal", folders.journal(), files(folders.data(), folders.journal().getFileName().toString(), 1), About.MAIL),
                of("learned", folders.learner(), files(folders.learner(), "", 2), About.MAIL),
                of("requests", folders.journalRequests(), files(folders.data(), folders.journalRequests().getFileName().toString(), 1), About.MAIL),
                of("settings", folders.settings(), files(folders.config(), folders.settings().getFileName().toString(), 1), About.SETTINGS),
                of("routes", folders.routes(), files(folders.config(), folders.routes().getFileName().toString(), 1), About.SETTINGS),
                of("rules", folders.rules(), files(folders.rules(), "", Integer.MAX_VALUE), About.SETTINGS),
                of("setAside", folders.rulesSetAside(), files(folders.data(), folders.rulesSetAside().getFileName().toString(), 1), About.SETTINGS),
                of("compiled", folders.compiledRules(), files(folders.compiledRules(), "", Integer.MAX_VALUE), About.SETTINGS),
                of("library", folders.sqliteLibrary(), files(folders.sqliteLibrary(), "", 2), About.SETTINGS));
    }

    private static Kept of(String what, Path path, List<Path> files, About about) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += size(file);
        }
        return new Kept(what, path, files.size(), bytes, about);
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0; // the program that runs has just put it away
        }
    }

    /** The files in a folder whose names begin so: a database has others beside it. */
    private static List<Path> files(Path folder, String beginning, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).filter(file -> file.getFileName().toString().startsWith(beginning)).toList());
        }
    }
}
