package org.tripostal.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tripostal.Messages;
import org.tripostal.engine.Precedence;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.user.CompilerProcess;
import org.tripostal.engine.user.RuleSources;
import org.tripostal.engine.user.RuleWorkshop;
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.engine.user.SetAside;
import org.tripostal.engine.user.UserRules;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal rules list}: which rules there are, what each looks at, and whether it needs the text of a message. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class RulesList implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Parameters(arity = "0..1", paramLabel = "PATH", descriptionKey = "paths")
    private Path path;

    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() throws IOException {
        if (RulesCommand.isMissing(path, messages)) {
            return Tripostal.SOMETHING_UNREADABLE;
        }
        PrintStream out = Tripostal.out();
        Folders folders = Folders.ofUser();
        Choices choices = Configuration.load(folders, Locale.getDefault()).settings().choices();
        CompilerProcess compiler = CompilerProcess.ofProgram();
        UserRules found = path == null ? new RuleSources(folders, compiler).upToDate() : new RuleWorkshop(path, folders.compiledRules(), compiler).upToDate();
        RulesInForce rules = RulesInForce.of(RuleSet.builtInPacks(), found, SetAside.read(folders.rulesSetAside()), pack -> true);
        for (RuleInfo rule : rules.set().rules()) {
            boolean runs = choices.runs(rule.pack(), rule.rule());
            if (json) {
                out.println(asJson(rule, runs, folders));
            } else {
                String needs = messages.say(rule.needsBody() ? "rules.list.body" : "rules.list.header");
                out.println(rule.pack() + "  " + rule.rule() + (runs ? "" : "  " + messages.say("rules.list.off")) + ofOrganisation(rule));
                out.println("    " + messages.say("rules.list.looksAt", Map.of("facts", String.join(", ", rule.looksAt()), "needs", needs)));
            }
        }
        List<Problem> problems = rules.problems(messages);
        problems.forEach(problem -> System.err.println("tripostal: " + problem.shown()));
        return problems.isEmpty() ? Tripostal.OK : Tripostal.SOMETHING_UNREADABLE;
    }

    private String ofOrganisation(RuleInfo rule) {
        return rule.ofOrganisation() ? "  " + messages.say(rule.precedence() == Precedence.ORGANISATION_LAST ? "rules.list.organisationLast" : "rules.list.organisationFirst") : "";
    }

    /** Where a rule stands: below the user's rules folder, or in the organisation's, of which users need the whole path. */
    static String file(RuleInfo rule, Folders folders) {
        return rule.ofOrganisation() ? folders.organisation().rules() + rule.file() : rule.file();
    }

    private static String asJson(RuleInfo rule, boolean runs, Folders folders) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode node = mapper.createObjectNode();
        node.put("pack", rule.pack()).put("rule", rule.rule()).put("file", file(rule, folders)).put("line", rule.line());
        rule.looksAt().forEach(node.putArray("looksAt")::add);
        node.put("needsBody", rule.needsBody()).put("runs", runs);
        if (rule.ofOrganisation()) {
            node.put("organisation", rule.precedence() == Precedence.ORGANISATION_LAST ? "last" : "first");
        }
        return mapper.writeValueAsString(node);
    }
}
