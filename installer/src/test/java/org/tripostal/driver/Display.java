package org.tripostal.driver;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where Thunderbird's windows appear: the user's own screen, a virtual one, or nowhere. */
public final class Display implements AutoCloseable {

    private static final List<String> OF_A_SCREEN = List.of(
            "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "DBUS_SESSION_BUS_ADDRESS");

    private final Map<String, String> environment;
    private final List<ChildProcess> servers;
    private final boolean headless;

    private Display(Map<String, String> environment, List<ChildProcess> servers, boolean headless) {
        this.environment = environment;
        this.servers = servers;
        this.headless = headless;
    }

    /** Whether this session has a screen that a person looks at. */
    public static boolean hasScreen() {
        return Stream.of("DISPLAY", "WAYLAND_DISPLAY").anyMatch(name -> !System.getenv().getOrDefault(name, "").isEmpty());
    }

    /** The screen of the person who started this program. */
    public static Display screen() {
        Map<String, String> environment = new TreeMap<>();
        for (String name : OF_A_SCREEN) {
            if (System.getenv(name) != null) {
                environment.put(name, System.getenv(name));
            }
        }
        return new Display(environment, List.of(), false);
    }

    /** A virtual screen, or none at all where Xvfb is not installed. */
    public static Display virtual(Path logs) throws IOException {
        if (!isInstalled("Xvfb")) {
            return new Display(Map.of(), List.of(), true);
        }
        // Xvfb picks a free number itself and says it: two runs side by side do not meet.
        ChildProcess xvfb = ChildProcess.startReadable(
                List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1400x950x24", "-nolisten", "tcp"),
                Map.of("PATH", System.getenv("PATH")), logs.resolve("xvfb.log"));
        BufferedReader said = new BufferedReader(new InputStreamReader(xvfb.process().getInputStream(), StandardCharsets.US_ASCII));
        String number = said.readLine();
        if (number == null) {
            xvfb.close();
            throw new IOException("Xvfb did not start: " + xvfb.lastWords());
        }
        Map<String, String> environment = Map.of("DISPLAY", ":" + number, "GDK_BACKEND", "x11", "MOZ_ENABLE_WAYLAND", "0");
        return new Display(environment, List.of(xvfb), false);
    }

    /** What a program needs in its environment to be seen here. */
    Map<String, String> environment() {
        return environment;
    }

    boolean isHeadless() {
        return headless;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Override
    public void close() {
        servers.forEach(ChildProcess::close);
    }
}
