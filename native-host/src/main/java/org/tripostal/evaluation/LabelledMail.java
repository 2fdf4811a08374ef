package org.tripostal.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message of which somebody said whether it is spam, by the folder in which it lies: {@code SET/spam/…}, {@code SET/ham/…}.
 *
 * @param set the folder that holds {@code ham} and {@code spam}, by its name
 * @param spam what was said
 * @param file where it lies
 */
public record LabelledMail(String set, boolean spam, Path file) {

    private static final String SPAM = "spam";
    private static final String HAM = "ham";
    private static final int DEEPEST = 8;

    /**
     * All messages ({@code *.eml}) of the sets in and below a folder, sorted by path.
     *
     * @throws IOException where a folder cannot be read
     */
    public static List<LabelledMail> in(Path folder) throws IOException {
        List<LabelledMail> all = new ArrayList<>();
        try (Stream<Path> found = Files.find(folder, DEEPEST, (path, attributes) -> attributes.isDirectory() && isLabel(path))) {
            for (Path labelled : (Iterable<Path>) found.sorted()::iterator) {
                Path set = labelled.toAbsolutePath().normalize().getParent();
                try (Stream<Path> files = Files.walk(labelled)) {
                    files.filter(file -> file.getFileName().toString().endsWith(".eml") && Files.isRegularFile(file)).sorted()
                            .forEach(file -> all.add(new LabelledMail(set.getFileName().toString(), labelled.endsWith(SPAM), file)));
                }
            }
        }
        return all;
    }

    private static boolean isLabel(Path folder) {
        return folder.endsWith(SPAM) || folder.endsWith(HAM);
    }
}
