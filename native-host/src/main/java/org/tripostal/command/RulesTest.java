package org.tripostal.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tripostal.Messages;
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal rules test}: an author's own folders of messages, each with what is expected of them; differences as a diff, exit status 1 where there are any. */
@Command(name = "test", mixinStandardHelpOptions = true)
final class RulesTest implements Callable<Integer> {

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    private Path rulesFolder;

    @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "paths")
    private List<Path> paths = List.of();

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);
    private final PrintStream out = Tripostal.out();
    private int good;
    private int bad;

    @Override
    public Integer call() throws IOException {
        if (RulesCommand.isMissing(rulesFolder, messages)) {
            return Tripostal.SOMETHING_UNREADABLE;
        }
        Folders folders = Folders.ofUser();
        RulesInForce rules = CheckRules.of(folders, rulesFolder, Set.of(), locale, IllegalArgumentException::new).wanted();
        List<Problem> problems = rules.problems(messages);
        problems.forEach(problem -> System.err.println("tripostal: " + problem.shown()));
        List<Path> found = new ArrayList<>();
        for (Path path : paths.isEmpty() ? List.of(folders.rules()) : paths) {
            if (RulesCommand.isMissing(path, messages)) {
                bad++;
                continue;
            }
            List<Path> below = CaseFolder.below(path);
            if (below.isEmpty()) {
                tell(path, List.of(messages.say("rules.test.none")));
            }
            found.addAll(below);
        }
        for (Path folder : found) {
            prove(folder, rules);
        }
        out.println(messages.say(bad > 0 ? "rules.test.bad" : "rules.test.good", Map.of("good", good, "bad", bad)));
        return bad > 0 || !problems.isEmpty() ? Tripostal.SOMETHING_UNREADABLE : Tripostal.OK;
    }

    private void prove(Path folder, RulesInForce rules) {
        try {
            CaseFolder cases = new CaseFolder(folder, rules.set(), locale);
            for (Map.Entry<String, List<String>> one : WithinTime.run(rules, messages, cases::differences).entrySet()) {
                tell(folder.resolve(one.getKey()), one.getValue());
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            tell(Path.of(folder.resolve("expected.json") + ":" + line), List.of(e.getOriginalMessage()));
        } catch (IOException e) {
            tell(folder, List.of(org.tripostal.FileTrouble.reason(e, messages)));
        }
    }

    private void tell(Path file, List<String> differences) {
        good += differences.isEmpty() ? 1 : 0;
        bad += differences.isEmpty() ? 0 : 1;
        if (!differences.isEmpty()) {
            out.println(file);
            differences.forEach(line -> out.println("    " + line));
        }
    }
}
