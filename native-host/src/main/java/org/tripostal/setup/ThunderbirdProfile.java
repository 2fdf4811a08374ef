package org.tripostal.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which folder the running Thunderbird keeps its profile in: what its command line names, else the default of {@code profiles.ini}. Read only.
 *
 * @see <a href="https://support.mozilla.org/kb/profiles-where-thunderbird-stores-user-data">where profiles lie</a>
 */
public final class ThunderbirdProfile {

    private ThunderbirdProfile() {}

    /** The profile of the Thunderbird that started this program, as far as it can be told. */
    public static Optional<Path> ofParent(String system, Path home) throws IOException {
        List<String> arguments = new ArrayList<>();
        // A launcher may stand in between.
        for (Optional<ProcessHandle> one = ProcessHandle.current().parent(); one.isPresent(); one = one.get().parent()) {
            one.get().info().arguments().ifPresent(words -> arguments.addAll(List.of(words)));
        }
        return of(arguments, root(system, home));
    }

    static Path root(String system, Path home) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            return home.resolve("Library/Thunderbird");
        }
        return home.resolve(lower.startsWith("windows") ? "AppData/Roaming/Thunderbird" : ".thunderbird");
    }

    static Optional<Path> of(List<String> arguments, Path root) throws IOException {
        Optional<String> named = after(arguments, "profile");
        if (named.isPresent()) {
            return named.map(Path::of);
        }
        Path ini = root.resolve("profiles.ini");
        if (Files.notExists(ini)) {
            return Optional.empty();
        }
        List<Map<String, String>> sections = sections(Files.readString(ini, StandardCharsets.UTF_8));
        Optional<String> byName = after(arguments, "P").flatMap(name -> path(sections, "Name", name));
        Optional<String> ofInstallation = sections.stream().filter(section -> !section.containsKey("Path") && section.containsKey("Default"))
                .map(section -> section.get("Default")).findFirst();
        return byName.or(() -> ofInstallation).or(() -> path(sections, "Default", "1")).map(root::resolve);
    }

    /** What follows an option on the command line, which may begin with one hyphen or two. */
    private static Optional<String> after(List<String> arguments, String option) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals("-" + option) || arguments.get(i).equals("--" + option)) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> path(List<Map<String, String>> sections, String key, String value) {
        return sections.stream().filter(section -> section.containsKey("Path") && value.equals(section.get(key))).map(section -> section.get("Path")).findFirst();
    }

    private static List<Map<String, String>> sections(String ini) {
        List<Map<String, String>> sections = new ArrayList<>();
        for (String line : ini.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                sections.add(new LinkedHashMap<>());
            } else if (equals > 0 && !sections.isEmpty()) {
                sections.get(sections.size() - 1).put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return sections;
    }
}
