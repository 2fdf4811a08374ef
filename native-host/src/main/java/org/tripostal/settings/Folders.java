package org.tripostal.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the user's files lie. Linux follows the XDG base directories, macOS and Windows their own customs; {@code TRIPOSTAL_CONFIG_DIR} and the
 * like override all.
 *
 * @param config {@code settings.yaml}, {@code routes.csv} and {@code rules/}
 * @param data the journal, and which rules are set aside
 * @param cache what can be made again at any time: compiled rules
 * @param organisation what the organisation gives to all who use this computer
 */
public record Folders(Path config, Path data, Path cache, Organisation organisation) {

    private static final String CACHE = "TRIPOSTAL_CACHE_DIR";
    private static final String CONFIG = "TRIPOSTAL_CONFIG_DIR";
    private static final String DATA = "TRIPOSTAL_DATA_DIR";
    private static final String ORGANISATION = "TRIPOSTAL_ORGANISATION_DIR";

    /** With the cache among the data, and an organisation that gives nothing. */
    public Folders(Path config, Path data) {
        this(config, data, data.resolve("cache"), new Organisation(data.resolve("organisation"), Protection.BY_ADMINISTRATORS));
    }

    /** The folders of this user on this computer. */
    public static Folders ofUser() {
        return of(System.getenv(), System.getProperty("os.name"), home());
    }

    /** The user's home: what HOME says where it is set, as Thunderbird itself does. Java asks the password file instead. */
    public static Path home() {
        return set(System.getenv(), "HOME").orElse(Path.of(System.getProperty("user.home")));
    }

    static Folders of(Map<String, String> environment, String system, Path home) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/Tripostal");
            Path caches = home.resolve("Library/Caches/Tripostal");
            return new Folders(folder(environment, CONFIG, support), folder(environment, DATA, support), folder(environment, CACHE, caches),
                    organisation(environment, Path.of("/Library/Application Support/Tripostal")));
        }
        if (lower.startsWith("windows")) {
            Path roaming = set(environment, "APPDATA").orElse(home.resolve("AppData/Roaming")).resolve("Tripostal");
            Path local = set(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve("Tripostal");
            return new Folders(folder(environment, CONFIG, roaming), folder(environment, DATA, local), folder(environment, CACHE, local.resolve("Cache")),
                    organisation(environment, set(environment, "ProgramData").orElse(Path.of("C:\\ProgramData")).resolve("Tripostal")));
        }
        return new Folders(
                folder(environment, CONFIG, xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config"))),
                folder(environment, DATA, xdg(environment, "XDG_DATA_HOME", home.resolve(".local/share"))),
                folder(environment, CACHE, xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache"))),
                organisation(environment, Path.of("/etc/tripostal")));
    }

    /** The system's own folder where there is one: nobody leads Tripostal away from it by the environment. It has to be protected, wherever it is. */
    static Organisation organisation(Map<String, String> environment, Path usual) {
        return new Organisation(Files.exists(usual) ? usual : folder(environment, ORGANISATION, usual), Protection.BY_ADMINISTRATORS);
    }

    private static Path folder(Map<String, String> environment, String override, Path usual) {
        return set(environment, override).orElse(usual);
    }

    /** The XDG specification: a path that is not absolute is ignored. */
    private static Path xdg(Map<String, String> environment, String variable, Path usual) {
        return set(environment, variable).filter(Path::isAbsolute).orElse(usual).resolve("tripostal");
    }

    private static Optional<Path> set(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty()).map(Path::of);
    }

    /** The same, with the settings in another folder. */
    Folders withConfig(Path other) {
        return new Folders(other, data, cache, organisation);
    }

    /** The settings. */
    public Path settings() {
        return config.resolve("settings.yaml");
    }

    /** The routes. */
    public Path routes() {
        return config.resolve("routes.csv");
    }

    /** The user's own rules. */
    public Path rules() {
        return config.resolve("rules");
    }

    /** Which of the user's rules are set aside because they failed. */
    public Path rulesSetAside() {
        return data.resolve("rules-set-aside.json");
    }

    /** Compiled rules. */
    public Path compiledRules() {
        return cache.resolve("rules");
    }

    /** The journal. */
    public Path journal() {
        return data.resolve("journal.db");
    }

    /** What was learned of junk. */
    public Path learner() {
        return data.resolve("learner");
    }

    /** Where the library of the database is unpacked. */
    public Path sqliteLibrary() {
        return data.resolve("sqlite");
    }

    /** Touched when a command of the user's has left the host something to do in the journal. */
    public Path journalRequests() {
        return data.resolve("journal.requests");
    }
}
