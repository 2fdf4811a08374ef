package org.tripostal.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tripostal.journal.Journal;
import org.tripostal.journal.JournalException;
import org.tripostal.settings.Folders;
import org.tripostal.spam.LearnerException;
import org.tripostal.spam.Learners;

/**
 * Wipes what is kept. The host may run meanwhile: the journal is emptied, not taken away from under it, and what it holds open or needs to go on stays, which is
 * nothing about mail.
 */
public final class Wipe {

    private Wipe() {}

    /** All that is known of the user's mail: the journal, damaged ones too, and what was learned of junk. */
    public static void mail(Folders folders) throws JournalException, LearnerException, IOException {
        if (Files.exists(folders.journal())) {
            try (Journal journal = Journal.open(folders.journal())) {
                journal(folders, journal);
            }
        }
        try (Learners learners = new Learners(folders.data(), null, failure -> { }, aside -> { })) {
            learners.forget();
        }
        Files.deleteIfExists(folders.journalRequests());
    }

    /** What the journal holds, and what lies beside it because it was damaged. */
    public static void journal(Folders folders, Journal journal) throws JournalException {
        journal.forgetAll();
        Journal.deleteSetAside(folders.journal());
    }

    /** The user's routes, rules and settings, and what was made of them. */
    public static void settings(Folders folders) throws IOException {
        for (Path file : List.of(folders.settings(), folders.routes(), folders.rulesSetAside())) {
            Files.deleteIfExists(file);
        }
        delete(folders.rules());
        delete(folders.compiledRules());
    }

    /** Deletes what lies in a folder, and leaves the folder, which may be watched. What a link points to stays. */
    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
