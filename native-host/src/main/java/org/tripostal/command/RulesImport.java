package org.tripostal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.engine.Explainer;
import org.tripostal.engine.Judge;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.user.CompilerProcess;
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.engine.user.SetAside;
import org.tripostal.pack.PackException;
import org.tripostal.pack.PackFolder;
import org.tripostal.pack.PackReader;
import org.tripostal.pack.PackSignature;
import org.tripostal.pack.RulePack;
import org.tripostal.pack.TriedPack;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal rules import}: shows what a pack looks at and decides, tries it on a folder, and puts it in force only when told to. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class RulesImport implements Callable<Integer> {

    @Option(names = "--install", descriptionKey = "install")
    private boolean install;

    @Option(names = "--try", paramLabel = "PATH", descriptionKey = "try")
    private List<Path> mail = List.of();

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "key")
    private Path key;

    @Option(names = "--checksum", paramLabel = "HEX", descriptionKey = "checksum")
    private String checksum;

    @Parameters(paramLabel = "FILE|DIR|ZIP", descriptionKey = "pack")
    private Path path;

    private final Locale locale = Locale.getDefault();
    private final Messages messages = Messages.in(locale);
    private final PrintStream out = Tripostal.out();

    @Override
    public Integer call() throws IOException {
        Folders folders = Folders.ofUser();
        PackFolder installed = new PackFolder(folders.rules());
        try {
            RulePack pack = PackReader.read(path);
            say("pack.is", Map.of("name", pack.name(), "version", pack.version().isEmpty() ? "?" : pack.version(), "checksum", pack.checksum()));
            if (!isTrusted(pack)) {
                return Tripostal.SOMETHING_UNREADABLE;
            }
            RulePack before = installed.installed(pack.name());
            if (before != null) {
                say(before.checksum().equals(pack.checksum()) ? "pack.same" : "pack.replaces", Map.of("version", before.version().isEmpty() ? "?" : before.version()));
            }
            TriedPack tried = TriedPack.of(pack, folders.compiledRules(), CompilerProcess.ofProgram());
            List<Problem> problems = tried.problems(messages);
            if (!problems.isEmpty()) {
                problems.forEach(problem -> System.err.println("tripostal: " + problem.shown()));
                System.err.println("tripostal: " + messages.say("pack.broken"));
                return Tripostal.SOMETHING_UNREADABLE;
            }
            RulesInForce inForce = RulesInForce.of(Set.of(), tried.rules(), SetAside.read(folders.rulesSetAside()), any -> true);
            show(inForce);
            if (!mail.isEmpty()) {
                tryOn(inForce, Configuration.load(folders, locale));
            }
            if (install) {
                installed.install(pack);
                say("pack.installed", Map.of("folder", installed.of(pack.name())));
            } else {
                say("pack.notInstalled", Map.of());
            }
            return Tripostal.OK;
        } catch (PackException e) {
            System.err.println("tripostal: " + path + ": " + e.in(messages));
            return Tripostal.SOMETHING_UNREADABLE;
        } catch (IOException e) {
            System.err.println("tripostal: " + path + ": " + FileTrouble.reason(e, messages));
            return Tripostal.SOMETHING_UNREADABLE;
        }
    }

    private void say(String sentence, Map<String, ?> values) {
        out.println(messages.say(sentence, values));
    }

    private boolean isTrusted(RulePack pack) throws IOException, PackException {
        if (checksum != null && !checksum.equalsIgnoreCase(pack.checksum())) {
            System.err.println("tripostal: " + messages.say("pack.otherChecksum"));
            return false;
        }
        if (key != null && !PackSignature.isBy(pack, key)) {
            System.err.println("tripostal: " + messages.say("pack.notSignedBy", Map.of("file", key)));
            return false;
        }
        say(key != null ? "pack.signedBy" : PackSignature.on(pack) ? "pack.signed" : "pack.unsigned", Map.of("file", String.valueOf(key)));
        return true;
    }

    private void show(RulesInForce rules) {
        Explainer explainer = Explainer.forCheck(locale);
        for (RuleInfo rule : rules.set().rules()) {
            out.println("  " + rule.rule());
            out.println("      " + explainer.says(rule));
            out.println("      " + messages.say("rules.list.looksAt", Map.of("facts", String.join(", ", rule.looksAt()),
                    "needs", messages.say(rule.needsBody() ? "rules.list.body" : "rules.list.header"))));
        }
    }

    /** Counts the messages that each rule would touch. Nothing moves. */
    private void tryOn(RulesInForce rules, Configuration configuration) throws IOException {
        Map<RuleInfo, Integer> touched = new LinkedHashMap<>();
        rules.set().rules().forEach(rule -> touched.put(rule, 0));
        int[] count = {0, 0};
        try (Judge judge = new Judge(rules.set(), configuration.facts())) {
            Rfc822Reader reader = new Rfc822Reader(rules.set(), locale);
            Recipient nobody = new Recipient(Set.of(), Set.of(), configuration.settings().authenticationServers());
            new MailFiles(mail).forEach(
                    file -> {
                        try {
                            judge.judge(reader.incoming(Files.readAllBytes(file), nobody).facts()).stream().map(decided -> decided.rule()).distinct()
                                    .forEach(rule -> touched.merge(rule, 1, Integer::sum));
                            count[0]++;
                        } catch (IOException | RuleFailure e) {
                            System.err.println("tripostal: " + file + ": " + e.getMessage());
                            count[1]++;
                        }
                    },
                    (file, e) -> {
                        System.err.println("tripostal: " + file + ": " + FileTrouble.reason(e, messages));
                        count[1]++;
                    });
        }
        say("pack.tried", Map.of("count", count[0], "failed", count[1]));
        touched.forEach((rule, times) -> out.println("  " + messages.say("pack.touches", Map.of("rule", rule.rule(), "count", times))));
    }
}
