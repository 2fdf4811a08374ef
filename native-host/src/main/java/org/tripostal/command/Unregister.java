package org.tripostal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.settings.Folders;
import org.tripostal.setup.Registration;
import picocli.CommandLine.Command;

/** {@code tripostal unregister}: takes the native manifest away; settings and rules stay. */
@Command(name = "unregister", mixinStandardHelpOptions = true)
final class Unregister implements Callable<Integer> {

    @Override
    public Integer call() {
        Messages messages = Messages.in(Locale.getDefault());
        for (Path manifest : Registration.manifests(System.getProperty("os.name"), Folders.home())) {
            try {
                boolean there = Files.deleteIfExists(manifest);
                System.out.println(messages.say(there ? "register.gone" : "register.wasNot", Map.of("manifest", manifest)));
            } catch (IOException e) {
                System.err.println("tripostal: " + messages.say("register.failed", Map.of("manifest", manifest, "reason", FileTrouble.reason(e, messages))));
                return Tripostal.SOMETHING_UNREADABLE;
            }
        }
        return Tripostal.OK;
    }
}
