package org.tripostal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.settings.Folders;
import org.tripostal.settings.PrivateFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tripostal rules new NAME}: a rule with comments that works, to begin with. */
@Command(name = "new", mixinStandardHelpOptions = true)
final class RulesNew implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,60}")) {
            throw new CommandLine.ParameterException(spec.commandLine(), messages.say("rules.new.badName", Map.of("name", name)));
        }
        Path folder = Folders.ofUser().rules();
        Path file = folder.resolve(name.replace(' ', '-') + ".drl");
        try {
            if (Files.exists(file)) {
                System.err.println("tripostal: " + messages.say("rules.new.exists", Map.of("file", file)));
                return Tripostal.SOMETHING_UNREADABLE;
            }
            PrivateFile.write(file, template().replace("@NAME@", name).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.err.println("tripostal: " + file + ": " + FileTrouble.reason(e, messages));
            return Tripostal.SOMETHING_UNREADABLE;
        }
        Tripostal.out().println(messages.say("rules.new.done", Map.of("file", file)));
        return Tripostal.OK;
    }

    private String template() throws IOException {
        String language = locale.getLanguage().equals("fr") ? "_fr" : "";
        try (InputStream in = RulesNew.class.getResourceAsStream("new-rule" + language + ".drl.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
