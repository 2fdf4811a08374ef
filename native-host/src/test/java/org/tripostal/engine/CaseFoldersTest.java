package org.tripostal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tripostal.action.SpamEvidence;
import org.tripostal.reader.ReadMessage;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;

/** Each rule is proved by folders of messages: a test a message, no test code a rule. */
class CaseFoldersTest {

    private static final Path CASES = Path.of("../rules/cases");
    private static final RuleSet RULES = RuleSet.builtIn(RuleSet.builtInPacks());

    @TestFactory
    Stream<DynamicNode> everyMessageIsJudgedAsItsFolderSays() throws IOException {
        return CaseFolder.below(CASES).stream().map(CaseFoldersTest::tests);
    }

    @Test
    void everyBuiltInRuleIsFiredByACase() throws Exception {
        Set<String> fired = new TreeSet<>();
        for (CaseFolder folder : CaseFolder.below(CASES)) {
            for (String file : folder.filesThere()) {
                judge(RULES, folder, folder.read(file, RULES), rule -> fired.add(rule.pack() + ": " + rule.rule()));
            }
        }
        Set<String> all = RULES.all().stream().map(rule -> rule.pack() + ": " + rule.rule()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(fired).isNotEmpty().isEqualTo(all);
    }

    private static DynamicNode tests(CaseFolder folder) {
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(dynamicTest("its files are those that expected.json lists", () -> {
            assertThat(folder.filesThere()).isNotEmpty().isEqualTo(folder.filesListed());
            assertThat(folder.configuration().problems()).isEmpty();
        }));
        folder.filesListed().forEach(file -> tests.add(dynamicTest(folder + "/" + file, () -> prove(RULES, folder, file, rule -> {}))));
        return dynamicContainer(folder.toString(), tests);
    }

    static void prove(RuleSet rules, CaseFolder folder, String file, Consumer<RuleInfo> fires) throws Exception {
        ReadMessage message = folder.read(file, rules);
        Decision decision = Resolver.resolve(judge(rules, folder, message, fires), folder.configuration().settings().choices().severities());
        JsonNode expected = folder.expected(file);

        assertThat(known(expected)).as("what expected.json may say of a message").isTrue();
        assertThat(decision.actions()).extracting(CaseFolder::shortForm).as("actions").isEqualTo(texts(expected.path("actions")));
        assertThat(decision.findings()).extracting(CaseFolder::shortForm).as("findings").isEqualTo(texts(expected.path("findings")));
        assertThat(decision.lost()).extracting(lost -> CaseFolder.shortForm(lost.decided())).as("lost").isEqualTo(texts(expected.path("lost")));
        if (expected.has("evidence")) {
            assertThat(decision.spam().evidence()).extracting(one -> ((SpamEvidence) one.action()).name()).as("evidence")
                    .containsExactlyInAnyOrderElementsOf(texts(expected.path("evidence")));
        }
        assertThat(message.warnings()).as("warnings").isEqualTo(texts(expected.path("warnings")));
        for (Map.Entry<String, JsonNode> because : expected.path("because").properties()) {
            Decided first = Stream.of(decision.findings(), decision.actions(), decision.spam().evidence()).flatMap(List::stream).findFirst().orElseThrow();
            String sentence = Explainer.forCheck(Locale.forLanguageTag(because.getKey())).because(first);
            assertThat(sentence).as("because in " + because.getKey()).isEqualTo(because.getValue().asText());
        }
    }

    private static List<Decided> judge(RuleSet rules, CaseFolder folder, ReadMessage message, Consumer<RuleInfo> fires) throws RuleFailure {
        Configuration configuration = folder.configuration();
        Choices choices = configuration.settings().choices();
        Predicate<RuleInfo> runs = rule -> {
            boolean wanted = choices.runs(rule.pack(), rule.rule());
            if (wanted) {
                fires.accept(rule);
            }
            return wanted;
        };
        try (Judge judge = new Judge(rules, folder.strict() ? configuration.strictFacts() : configuration.facts(), runs)) {
            return judge.judge(message.facts());
        }
    }

    private static boolean known(JsonNode expected) {
        Set<String> keys = Set.of("actions", "findings", "lost", "warnings", "because", "junk", "evidence", "inJunk", "answers", "learned");
        return expected.isObject() && expected.properties().stream().allMatch(entry -> keys.contains(entry.getKey()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
