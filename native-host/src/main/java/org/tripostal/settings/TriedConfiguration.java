package org.tripostal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tripostal.mail.Route;

/**
 * What would be in force if routes and settings were saved. They are saved indeed, by the same writers, in a throwaway copy of the user's folder: what is shown
 * before is then what happens after.
 */
public final class TriedConfiguration {

    private TriedConfiguration() {}

    /** @param problems what of the trial could not be taken; the problems that the user's files have anyhow are left out */
    public record Tried(Configuration configuration, List<Problem> problems) {}

    /**
     * Tries it out; the user's files stay as they are.
     *
     * @param inForce what is in force
     * @param settings by name, as {@link SettingsWriter#set} takes them
     * @throws IOException where the copy cannot be made
     */
    public static Tried of(Folders folders, Configuration inForce, Map<String, String> settings, List<Route> routes, Locale locale) throws IOException {
        Path copy = Files.createTempDirectory("tripostal-trial");
        try {
            Folders there = folders.withConfig(copy);
            copy(folders.settings(), there.settings());
            copy(folders.routes(), there.routes());
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                SettingsWriter.set(there.settings(), setting.getKey(), setting.getValue());
            }
            if (!routes.isEmpty()) {
                RoutesWriter.setAll(there.routes(), routes);
            }
            Configuration tried = Configuration.load(there, locale);
            Set<String> known = new HashSet<>();
            inForce.problems().forEach(problem -> known.add(problem.message()));
            return new Tried(tried, tried.problems().stream().filter(problem -> !known.contains(problem.message())).toList());
        } finally {
            delete(copy);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.copy(from, to);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
