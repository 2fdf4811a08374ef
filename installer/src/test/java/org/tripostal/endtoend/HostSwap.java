package org.tripostal.endtoend;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.tripostal.driver.Addon;
import org.tripostal.driver.Await;
import org.tripostal.driver.HostProcess;
import org.tripostal.driver.OddHost;
import org.tripostal.driver.Stage;

/** Puts something else in the place of the host that Thunderbird starts, and the host back. */
record HostSwap(Stage stage, Addon addon) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Starts the host by a script, in which {@code $host} is the real one and {@code $@} are its arguments. */
    void by(String script) throws IOException {
        Path manifest = stage.home().manifest();
        String json = Files.readString(manifest);
        String host = json.replaceFirst("(?s).*\"path\"\\s*:\\s*\"([^\"]*)\".*", "$1");
        Path wrapper = stage.home().folder().resolve("odd-host");
        Files.writeString(wrapper, "#!/bin/sh\nhost='" + host + "'\n" + script);
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(manifest, json.replace(host, wrapper.toString()));
        killAndAwaitAnother();
        addon.awaitHost("ready", PATIENCE);
    }

    /** What the add-on says of the host it says a moment later: the process tells whether it is another. */
    private void killAndAwaitAnother() {
        HostProcess old = stage.thunderbird().host();
        old.kill();
        Await.until("the other host to run", PATIENCE, () -> stage.thunderbird().hasHost() && stage.thunderbird().host().pid() != old.pid());
    }

    /** Puts a host in its place that is odd whenever a message is about to leave. */
    void by(OddHost.Oddity oddity) throws IOException {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(path -> Files.exists(Path.of(path, "org/tripostal/driver/OddHost.class")))
                .findFirst().orElseThrow();
        by("exec '" + Path.of(System.getProperty("java.home"), "bin/java") + "' -XX:TieredStopAtLevel=1 -cp '" + Path.of(classes).toAbsolutePath() + "' " + OddHost.class.getName() + " "
                + oddity + " \"$host\" \"$@\"\n");
    }

    /** Leaves Thunderbird without a program that it could start. */
    void byNothing() throws IOException {
        Files.writeString(stage.home().manifest(), "{");
        stage.thunderbird().host().kill();
        addon.awaitHost("never-started", PATIENCE);
    }

    /** The real host again. */
    void back() throws IOException {
        stage.home().tripostal("register");
        if (stage.thunderbird().hasHost()) {
            killAndAwaitAnother();
        } else {
            // In one look: the add-on, which tries again by itself, may have begun to, and then there is nothing to click.
            addon.openStatus().run("const button = document.querySelector('#try-again'); if (button.checkVisibility()) button.click();");
            addon.closePopups();
        }
        addon.awaitHost("ready", PATIENCE);
    }
}
