package org.tripostal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.journal.JournalException;
import org.tripostal.kept.Kept;
import org.tripostal.kept.Wipe;
import org.tripostal.settings.Folders;
import org.tripostal.spam.LearnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tripostal data wipe}: forgets what is known of the user's mail, and if wanted the settings too. Without {@code --yes} it says what would go. */
@Command(name = "wipe", mixinStandardHelpOptions = true)
final class DataWipe implements Callable<Integer> {

    @Option(names = "--settings", descriptionKey = "settings")
    private boolean settings;

    @Option(names = "--yes", descriptionKey = "yes")
    private boolean yes;

    private final PrintStream out = Tripostal.out();
    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() {
        Folders folders = Folders.ofUser();
        try {
            return yes ? wipe(folders) : tell(folders);
        } catch (JournalException | LearnerException e) {
            System.err.println("tripostal: " + e.getMessage());
        } catch (IOException e) {
            System.err.println("tripostal: " + FileTrouble.reason(e, messages));
        }
        return Tripostal.SOMETHING_UNREADABLE;
    }

    private int wipe(Folders folders) throws JournalException, LearnerException, IOException {
        Wipe.mail(folders);
        if (settings) {
            Wipe.settings(folders);
        }
        out.println(messages.say("kept.wiped"));
        return Tripostal.OK;
    }

    private int tell(Folders folders) throws IOException {
        List<Kept> going = Kept.all(folders).stream()
                .filter(kept -> kept.files() > 0 && !kept.what().equals("library") && (settings || kept.about() == Kept.About.MAIL)).toList();
        for (Kept kept : going) {
            out.println(messages.say("kept." + kept.what()) + "\n  " + kept.path());
        }
        out.println(messages.say(going.isEmpty() ? "kept.nothingToWipe" : "kept.sayYes"));
        return Tripostal.OK;
    }
}
