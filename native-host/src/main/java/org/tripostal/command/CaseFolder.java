package org.tripostal.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tripostal.Messages;
import org.tripostal.action.FileInto;
import org.tripostal.action.Finding;
import org.tripostal.action.SpamEvidence;
import org.tripostal.engine.Decided;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Explainer;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.mail.Correspondent;
import org.tripostal.reader.Originals;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;

/**
 * A folder of an author's: messages, and {@code expected.json} with what the rules must say of each. Its own {@code routes.csv} and {@code settings.yaml} are in force
 * for it, and not those of the user, so that it comes out alike everywhere.
 */
final class CaseFolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPECTED = "expected.json";
    private static final Set<String> KEYS = Set.of("about", "outgoing", "strict", "me", "names", "known", "cases");
    private static final Set<String> CASE_KEYS = Set.of("actions", "findings", "lost", "warnings", "evidence", "because");

    private final Path folder;
    private final RuleSet rules;
    private final Messages messages;
    private final JsonNode expected;
    private final Configuration configuration;

    /** @throws IOException where {@code expected.json} cannot be read */
    CaseFolder(Path folder, RuleSet rules, Locale locale) throws IOException {
        this.folder = folder;
        this.rules = rules;
        this.messages = Messages.in(locale);
        expected = JSON.readTree(Files.readAllBytes(folder.resolve(EXPECTED)));
        configuration = Configuration.load(new Folders(folder, folder), locale);
    }

    /** All folders with an {@code expected.json}, sorted. */
    static List<Path> below(Path root) throws IOException {
        if (Files.notExists(root)) {
            throw new NoSuchFileException(root.toString());
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith(EXPECTED)).map(Path::getParent).sorted().toList();
        }
    }

    /** What differs, by the name of the message, as the lines of a diff; no lines where all is as expected. */
    Map<String, List<String>> differences() {
        Map<String, List<String>> differences = new TreeMap<>();
        Set<String> listed = new TreeSet<>();
        expected.path("cases").fieldNames().forEachRemaining(listed::add);
        List<String> odd = new ArrayList<>();
        expected.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                odd.add(messages.say("rules.test.unknownKey", Map.of("key", key, "keys", String.join(", ", new TreeSet<>(KEYS)))));
            }
        });
        configuration.problems().forEach(problem -> odd.add(problem.shown()));
        if (!odd.isEmpty() || listed.isEmpty()) {
            differences.put(EXPECTED, odd.isEmpty() ? List.of(messages.say("rules.test.noCases")) : odd);
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml") && !listed.contains(name))
                    .forEach(name -> differences.put(name, List.of(messages.say("rules.test.notListed"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listed.forEach(name -> differences.put(name, differences(name, expected.path("cases").path(name))));
        return differences;
    }

    private List<String> differences(String name, JsonNode wanted) {
        try {
            ReadMessage message = read(name);
            Decision decision = judged(message);
            List<String> lines = new ArrayList<>();
            wanted.fieldNames().forEachRemaining(key -> {
                if (!CASE_KEYS.contains(key)) {
                    lines.add(messages.say("rules.test.unknownKey", Map.of("key", key, "keys", String.join(", ", new TreeSet<>(CASE_KEYS)))));
                }
            });
            diff("actions", texts(wanted, "actions"), decision.actions().stream().map(CaseFolder::shortForm).toList(), lines);
            diff("findings", texts(wanted, "findings"), decision.findings().stream().map(CaseFolder::shortForm).toList(), lines);
            diff("lost", texts(wanted, "lost"), decision.lost().stream().map(lost -> shortForm(lost.decided())).toList(), lines);
            diff("warnings", texts(wanted, "warnings"), message.warnings(), lines);
            if (wanted.has("evidence")) {
                diff("evidence", texts(wanted, "evidence").stream().sorted().toList(),
                        decision.spam().evidence().stream().map(one -> ((SpamEvidence) one.action()).name()).sorted().toList(), lines);
            }
            for (Map.Entry<String, JsonNode> because : wanted.path("because").properties()) {
                diff("because." + because.getKey(), List.of(because.getValue().asText()), because(decision, because.getKey()), lines);
            }
            return lines;
        } catch (RuleFailure | IOException e) {
            return List.of(e instanceof IOException io ? org.tripostal.FileTrouble.reason(io, messages) : e.getMessage());
        }
    }

    private static List<String> because(Decision decision, String language) {
        return Stream.of(decision.findings(), decision.actions(), decision.spam().evidence()).flatMap(List::stream).limit(1)
                .map(first -> Explainer.forCheck(Locale.forLanguageTag(language)).because(first)).toList();
    }

    private static void diff(String what, List<String> wanted, List<String> found, List<String> lines) {
        if (!wanted.equals(found)) {
            lines.add(what + ":");
            wanted.stream().filter(one -> !found.contains(one)).forEach(one -> lines.add("  - " + one));
            found.forEach(one -> lines.add((wanted.contains(one) ? "    " : "  + ") + one));
        }
    }

    private ReadMessage read(String name) throws IOException {
        Rfc822Reader reader = new Rfc822Reader(rules, Locale.ENGLISH);
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        Set<String> me = new HashSet<>(texts(expected, "me"));
        if (expected.path("outgoing").asBoolean()) {
            return reader.outgoing(bytes, me, Originals.in(folder));
        }
        Set<String> names = new HashSet<>(texts(expected, "names"));
        ReadMessage message = reader.incoming(bytes, new Recipient(me, names, configuration.settings().authenticationServers()));
        List<Object> facts = new ArrayList<>(message.facts());
        expected.path("known").forEach(person -> facts.add(new Correspondent(person.path("name").asText(), person.path("address").asText())));
        return new ReadMessage(message.from(), message.subject(), facts, message.warnings());
    }

    private Decision judged(ReadMessage message) throws RuleFailure {
        Choices choices = configuration.settings().choices();
        Predicate<RuleInfo> runs = rule -> choices.runs(rule.pack(), rule.rule());
        try (Judge judge = new Judge(rules, expected.path("strict").asBoolean() ? configuration.strictFacts() : configuration.facts(), runs)) {
            return Resolver.resolve(judge.judge(message.facts()), choices.severities());
        }
    }

    /** {@code file-into Family}, {@code mark-junk}, {@code add-tag Urgent}; a finding by its code. */
    private static String shortForm(Decided decided) {
        if (decided.action() instanceof Finding finding) {
            return finding.code();
        }
        JsonNode action = Explainer.forCheck(Locale.ENGLISH).actions(List.of(decided)).get(0);
        String what = decided.action() instanceof FileInto into ? into.folder() : action.path("tag").asText(action.path("text").asText());
        return (action.path("type").asText() + " " + what).strip();
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
