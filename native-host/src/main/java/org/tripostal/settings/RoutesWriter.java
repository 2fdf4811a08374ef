package org.tripostal.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Adds, changes and removes routes in {@code routes.csv}; every other line stays as the user wrote it. */
public final class RoutesWriter {

    private static final String HEADER = "from,folder";

    private RoutesWriter() {}

    /**
     * Sends mail of a sender to a folder: changes the sender's first line and drops the others, which never counted, or adds one.
     *
     * @param from an address, or {@code @domain}, that {@link #problem} has nothing against
     * @param folder relative to the account's root
     * @throws IOException where the file cannot be read or written; it is then as it was
     */
    public static void set(Path file, String from, String folder) throws IOException {
        rewrite(file, from, Optional.of(folder));
    }

    /**
     * Removes all lines of a sender.
     *
     * @throws IOException where the file cannot be read or written; it is then as it was
     */
    public static void remove(Path file, String from) throws IOException {
        rewrite(file, from, Optional.empty());
    }

    /** What a route could not be taken for, in this language; empty where it can be. */
    public static Optional<Problem> problem(Path file, String from, String folder, Locale locale) {
        Problems problems = new Problems(file, locale);
        new RoutesReader(problems).take(0, from, folder);
        return problems.found().stream().findFirst();
    }

    private static void rewrite(Path file, String from, Optional<String> folder) throws IOException {
        String text = UserFile.readToChange(file);
        String newLine = text.contains("\r\n") ? "\r\n" : "\n";
        String first = text.lines().findFirst().orElse(HEADER);
        char separator = RoutesReader.separator(first);
        List<String> lines = new ArrayList<>();
        boolean written = false;
        for (String line : text.isBlank() ? List.of(HEADER) : text.lines().toList()) {
            boolean ofSender = firstField(line, separator).equalsIgnoreCase(from);
            if (!ofSender) {
                lines.add(line);
            } else if (folder.isPresent() && !written) {
                lines.add(line(from, folder.get(), separator));
                written = true;
            }
        }
        if (folder.isPresent() && !written) {
            lines.add(line(from, folder.get(), separator));
        }
        UserFile.write(file, String.join(newLine, lines) + newLine);
    }

    private static String line(String from, String folder, char separator) {
        boolean quote = folder.indexOf(separator) >= 0 || folder.indexOf('"') >= 0 || folder.indexOf(',') >= 0;
        return from + separator + (quote ? '"' + folder.replace("\"", "\"\"") + '"' : folder);
    }

    private static String firstField(String line, char separator) {
        int end = line.indexOf(separator);
        return (end < 0 ? line : line.substring(0, end)).strip().replaceAll("^\"|\"$", "").strip();
    }
}
