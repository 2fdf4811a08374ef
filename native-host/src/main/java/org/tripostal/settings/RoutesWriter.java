package org.tripostal.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripostal.mail.Route;

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
        rewrite(file, Map.of(from.toLowerCase(Locale.ROOT), folder), Set.of());
    }

    /**
     * Removes all lines of a sender.
     *
     * @throws IOException where the file cannot be read or written; it is then as it was
     */
    public static void remove(Path file, String from) throws IOException {
        rewrite(file, Map.of(), Set.of(from.toLowerCase(Locale.ROOT)));
    }

    /**
     * Sets many at once, as {@link #set} does each.
     *
     * @throws IOException where the file cannot be read or written; it is then as it was
     */
    public static void setAll(Path file, List<Route> routes) throws IOException {
        Map<String, String> folders = new LinkedHashMap<>();
        routes.forEach(route -> folders.put(route.sender(), route.folder()));
        rewrite(file, folders, Set.of());
    }

    /** What a route could not be taken for, in this language; empty where it can be. */
    public static Optional<Problem> problem(Path file, String from, String folder, Locale locale) {
        Problems problems = new Problems(file, locale);
        new RoutesReader(problems).take(0, from, folder);
        return problems.found().stream().findFirst();
    }

    /** @param removed senders whose lines go */
    private static void rewrite(Path file, Map<String, String> folders, Set<String> removed) throws IOException {
        String text = UserFile.readToChange(file);
        String newLine = text.contains("\r\n") ? "\r\n" : "\n";
        String first = text.lines().findFirst().orElse(HEADER);
        char separator = RoutesReader.separator(first);
        List<String> lines = new ArrayList<>();
        Map<String, String> missing = new LinkedHashMap<>(folders);
        for (String line : text.isBlank() ? List.of(HEADER) : text.lines().toList()) {
            String sender = firstField(line, separator).toLowerCase(Locale.ROOT);
            if (!folders.containsKey(sender) && !removed.contains(sender)) {
                lines.add(line);
            } else if (missing.containsKey(sender)) {
                lines.add(line(sender, missing.remove(sender), separator));
            }
        }
        missing.forEach((sender, folder) -> lines.add(line(sender, folder, separator)));
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
