package org.tripostal.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.kept.Kept;
import org.tripostal.settings.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tripostal data list}: all that is kept, where, and how large it is. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class DataList implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final PrintStream out = Tripostal.out();
    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() {
        try {
            for (Kept kept : Kept.all(Folders.ofUser())) {
                out.println(json ? json(kept) : shown(kept));
            }
            if (!json) {
                out.println(messages.say("kept.inThunderbird"));
            }
            return Tripostal.OK;
        } catch (IOException e) {
            System.err.println("tripostal: " + FileTrouble.reason(e, messages));
            return Tripostal.SOMETHING_UNREADABLE;
        }
    }

    private String shown(Kept kept) {
        return messages.say("kept." + kept.what()) + "\n  " + kept.path() + "\n  "
                + (kept.files() == 0 ? messages.say("kept.nothing") : messages.say("kept.size", Map.of("files", kept.files(), "kilobytes", (kept.bytes() + 1_023) / 1_024)));
    }

    private static String json(Kept kept) {
        return new ObjectMapper().createObjectNode().put("what", kept.what()).put("path", kept.path().toString()).put("files", kept.files()).put("bytes", kept.bytes())
                .put("about", kept.about().name().toLowerCase(Locale.ROOT)).toString();
    }
}
