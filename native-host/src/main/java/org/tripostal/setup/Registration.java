package org.tripostal.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where Thunderbird looks for native hosts, and what it must find there. */
public final class Registration {

    /** The name under which the add-on asks for the program. */
    public static final String HOST = "org.tripostal.host";

    /** The only add-on that may start the program. */
    public static final String ADD_ON = "tripostal@tripostal.org";

    private Registration() {}

    /** Where the manifest goes on this system, for this user. On macOS it depends on the version of Thunderbird, so both. */
    public static List<Path> manifests(String system, Path home) {
        String lower = system.toLowerCase(Locale.ROOT);
        List<String> folders;
        if (lower.startsWith("mac")) {
            folders = List.of("Library/Mozilla/NativeMessagingHosts", "Library/Application Support/Mozilla/NativeMessagingHosts");
        } else if (lower.startsWith("windows")) {
            folders = List.of("AppData/Local/Tripostal");
        } else {
            folders = List.of(".mozilla/native-messaging-hosts");
        }
        return folders.stream().map(folder -> home.resolve(folder).resolve(HOST + ".json")).toList();
    }

    /** The native manifest. */
    public static String manifest(Path program) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode manifest = json.createObjectNode();
        manifest.put("name", HOST);
        manifest.put("description", "Tripostal: rules on mail, for Thunderbird");
        manifest.put("path", program.toString());
        manifest.put("type", "stdio");
        manifest.putArray("allowed_extensions").add(ADD_ON);
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings is always JSON", e);
        }
    }

    /**
     * The program that Thunderbird starts, where the launcher says that the image lies. Java itself may not know: an archive of classes remembers
     * the place where it was made.
     */
    public static Path program(String system) {
        String home = System.getProperty("tripostal.home");
        if (home == null) {
            throw new IllegalStateException("tripostal.home is not set: start the program by bin/tripostal");
        }
        String name = system.toLowerCase(Locale.ROOT).startsWith("windows") ? "tripostal-host.bat" : "tripostal-host";
        return Path.of(home, "bin", name);
    }
}
