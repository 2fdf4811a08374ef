package org.tripostal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.pack.PackFolder;
import org.tripostal.settings.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tripostal rules remove}: takes a pack out of the rules folder. */
@Command(name = "remove", mixinStandardHelpOptions = true)
final class RulesRemove implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name;

    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() {
        PackFolder packs = new PackFolder(Folders.ofUser().rules());
        Path folder = PackFolder.isName(name) ? packs.of(name) : null;
        if (folder == null || !Files.isDirectory(folder)) {
            System.err.println("tripostal: " + messages.say("pack.none", Map.of("name", name)));
            return Tripostal.SOMETHING_UNREADABLE;
        }
        try {
            packs.remove(name);
        } catch (IOException e) {
            System.err.println("tripostal: " + folder + ": " + FileTrouble.reason(e, messages));
            return Tripostal.SOMETHING_UNREADABLE;
        }
        Tripostal.out().println(messages.say("pack.removed", Map.of("name", name)));
        return Tripostal.OK;
    }
}
