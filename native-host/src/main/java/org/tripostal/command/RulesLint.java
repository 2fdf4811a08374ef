package org.tripostal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.engine.user.CompilerProcess;
import org.tripostal.engine.user.RuleWorkshop;
import org.tripostal.engine.user.UserRules;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tripostal rules lint}: all that is wrong in files of rules; exit status 1 where there is something. */
@Command(name = "lint", mixinStandardHelpOptions = true)
final class RulesLint implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "paths")
    private List<Path> paths = List.of();

    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() throws IOException {
        PrintStream out = Tripostal.out();
        Folders folders = Folders.ofUser();
        int files = 0;
        int rules = 0;
        int problems = 0;
        for (Path path : paths.isEmpty() ? List.of(folders.rules()) : paths) {
            if (!paths.isEmpty() && Files.notExists(path)) {
                System.err.println("tripostal: " + path + ": " + FileTrouble.reason(new NoSuchFileException(path.toString()), messages));
                problems++;
                continue;
            }
            UserRules found = new RuleWorkshop(path, folders.compiledRules(), CompilerProcess.ofProgram()).upToDate();
            for (Problem problem : (paths.isEmpty() ? found : onTheirOwn(found)).problems(messages)) {
                out.println(problem.shown());
                problems++;
            }
            for (UserRules.InForce file : found.inForce()) {
                if (!found.errors().containsKey(file.path())) {
                    files++;
                    rules += file.rules().rules().size();
                }
            }
        }
        String key = problems > 0 ? "rules.lint.problems" : "rules.lint.good";
        out.println(messages.say(key, Map.of("problems", problems, "files", files, "rules", rules)));
        return problems > 0 ? Tripostal.SOMETHING_UNREADABLE : Tripostal.OK;
    }

    /** Of files that were named it is not said which version is in force: they may lie anywhere. */
    private static UserRules onTheirOwn(UserRules found) {
        return new UserRules(List.of(), found.errors(), List.of());
    }
}
