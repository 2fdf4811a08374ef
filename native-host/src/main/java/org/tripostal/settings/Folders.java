package org.tripostal.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the user's files lie. Linux follows the XDG base directories, macOS and Windows their own customs; {@code TRIPOSTAL_CONFIG_DIR} and the
 * like override all.
 *
 * @param config {@code settings.yaml}, {@code routes.csv} and {@code rules/}
 */
public record Folders(Path config) {

    /** The folders of this user on this computer. */
    public static Folders ofUser() {
        return of(System.getenv(), System.getProperty("os.name"), home());
    }

    /** The user's home: what HOME says where it is set, as Thunderbird itself does. Java asks the password file instead. */
    public static Path home() {
        String home = System.getenv("HOME");
        return Path.of(isSet(home) ? home : System.getProperty("user.home"));
    }

    static Folders of(Map<String, String> environment, String system, Path home) {
        return new Folders(configFolder(environment, system.toLowerCase(Locale.ROOT), home));
    }

    private static Path configFolder(Map<String, String> environment, String system, Path home) {
        String chosen = environment.get("TRIPOSTAL_CONFIG_DIR");
        if (isSet(chosen)) {
            return Path.of(chosen);
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Tripostal");
        }
        if (system.startsWith("windows")) {
            String roaming = environment.get("APPDATA");
            return (isSet(roaming) ? Path.of(roaming) : home.resolve("AppData/Roaming")).resolve("Tripostal");
        }
        String xdg = environment.get("XDG_CONFIG_HOME");
        // The XDG specification: a path that is not absolute is ignored.
        return (isSet(xdg) && Path.of(xdg).isAbsolute() ? Path.of(xdg) : home.resolve(".config")).resolve("tripostal");
    }

    private static boolean isSet(String value) {
        return value != null && !value.isEmpty();
    }

    /** The settings. */
    public Path settings() {
        return config.resolve("settings.yaml");
    }

    /** The routes. */
    public Path routes() {
        return config.resolve("routes.csv");
    }
}
