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
import picocli.CommandLine.Option;

/** {@code tripostal register}: writes the native manifest for this user. */
@Command(name = "register", mixinStandardHelpOptions = true)
final class Register implements Callable<Integer> {

    @Option(names = "--print", descriptionKey = "print")
    private boolean print;

    @Override
    public Integer call() {
        Messages messages = Messages.in(Locale.getDefault());
        String system = System.getProperty("os.name");
        Path program = Registration.program(system);
        String manifest = Registration.manifest(program);
        if (!print && !Files.isExecutable(program)) {
            System.err.println("tripostal: " + messages.say("register.noProgram", Map.of("program", program)));
            return Tripostal.SOMETHING_UNREADABLE;
        }
        for (Path target : Registration.manifests(system, Folders.home())) {
            if (print) {
                System.out.println(target);
                System.out.print(manifest);
                continue;
            }
            try {
                Files.createDirectories(target.getParent());
                Files.writeString(target, manifest);
                System.out.println(messages.say("register.done", Map.of("manifest", target)));
            } catch (IOException e) {
                System.err.println("tripostal: " + messages.say("register.failed", Map.of("manifest", target, "reason", FileTrouble.reason(e, messages))));
                return Tripostal.SOMETHING_UNREADABLE;
            }
            if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
                System.out.println(messages.say("register.windows", Map.of("manifest", target)));
            }
        }
        if (!print) {
            System.out.println(messages.say("register.nextStep"));
        }
        return Tripostal.OK;
    }
}
