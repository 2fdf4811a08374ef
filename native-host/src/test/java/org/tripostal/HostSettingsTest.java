package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The settings page, and what the settings change in judging. */
class HostSettingsTest {

    private static final String SHORT = "{\"message\":{\"from\":\"me@example.org\",\"to\":[\"ann@example.org\"],\"subject\":\"\",\"isPlainText\":true,"
            + "\"plainTextBody\":\"One line of text.\\nAnother line of it.\"}}";

    @TempDir
    Path folder;

    private static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private HostTalk talk() {
        return new HostTalk(folder).initialize("fr");
    }

    private static List<String> findings(JsonNode answer) {
        return IntStream.range(0, answer.at("/result/findings").size())
                .mapToObj(i -> answer.at("/result/findings/" + i))
                .map(finding -> finding.path("severity").asText() + " " + finding.path("code").asText())
                .toList();
    }

    @Test
    void allSettingsAndRulesAreToldInTheLanguageOfTheUser() throws IOException {
        JsonNode result = talk()
                .write("settings.yaml", "active: true\nnetiquette: {large-attachment: 1 MB}\nseverity: {missing-greeting: tip}\nproviders: {club.example: 10 MB}\nrules: {A message has a subject: false}\n")
                .say(request(1, "settings/get", "{}")).answer(1).path("result");
        assertThat(result.path("file").asText()).isEqualTo(folder.resolve("settings.yaml").toString());
        assertThat(result.at("/settings/active").asBoolean()).isTrue();
        assertThat(result.path("settings").path("netiquette.large-attachment").asLong()).isEqualTo(1 << 20);
        assertThat(result.at("/severity/missing-greeting").asText()).isEqualTo("tip");
        assertThat(result.path("providers").path("club.example").asLong()).isEqualTo(10 << 20);
        assertThat(result.path("rules")).hasSizeGreaterThan(20).allSatisfy(rule -> {
            assertThat(rule.path("because").asText()).isNotEmpty().doesNotStartWith("la règle");
            assertThat(rule.path("runs").asBoolean()).isEqualTo(!rule.path("rule").asText().equals("A message has a subject"));
        });
    }

    @Test
    void everySettingThatIsToldCanBeWrittenBackAsItIs() throws IOException {
        JsonNode told = talk().say(request(1, "settings/get", "{}")).answer(1).at("/result/settings");
        JsonNode state = talk().say(request(1, "settings/set", "{\"settings\":" + told + "}")).answer(1).path("result");
        assertThat(state.path("problems")).isEmpty();
        assertThat(talk().say(request(1, "settings/get", "{}")).answer(1).at("/result/settings")).isEqualTo(told);
    }

    @Test
    void whatIsSetIsInForceAtOnceAndCommentsStay() throws IOException {
        HostTalk talk = talk().write("settings.yaml", "# mine\nactive: false # for now\n")
                .say(request(1, "compose/judge", SHORT))
                .say(request(2, "settings/set", "{\"settings\":{\"rules.A text begins with a greeting\":false,\"severity.missing-closing\":\"block\",\"folders.lists\":\"Lists: x\"}}"))
                .say(request(3, "compose/judge", SHORT))
                .say(request(4, "settings/set", "{\"settings\":{\"packs.netiquette\":\"false\"}}"))
                .say(request(5, "compose/judge", SHORT));
        List<JsonNode> answers = talk.answers();
        assertThat(findings(answers.get(1))).containsExactly("ask missing-greeting", "ask missing-closing", "ask empty-subject");
        assertThat(answers.get(2).at("/result/problems")).isEmpty();
        assertThat(findings(answers.get(3))).containsExactly("block missing-closing", "ask empty-subject");
        assertThat(findings(answers.get(5))).isEmpty();
        assertThat(Files.readString(folder.resolve("settings.yaml"))).startsWith("# mine\nactive: false # for now\n").contains("lists: 'Lists: x'");
    }

    @Test
    void oneBadSettingAndNoneIsWritten() throws IOException {
        JsonNode error = talk().say(request(1, "settings/set", "{\"settings\":{\"folders.self\":\"Moi\",\"colour\":\"blue\"}}")).answer(1).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(folder.resolve("settings.yaml")).doesNotExist();
    }

    @Test
    void textIsAskedForOnlyWhileARuleWantsIt() throws IOException {
        String mail = "{\"account\":\"account1\",\"folder\":\"/INBOX\",\"messages\":[{\"author\":\"%s\",\"headers\":{}%s}]}";
        HostTalk talk = talk().write("routes.csv", "from,folder\nann@example.org,Family\n")
                .say(request(1, "messages/judge", mail.formatted("x@example.net", "")))
                .say(request(2, "messages/judge", mail.formatted("ann@example.org", "")))
                .say(request(3, "messages/judge", mail.formatted("x@example.net", ",\"parts\":[]")))
                .say(request(4, "settings/set", "{\"settings\":{\"packs.spam\":\"false\"}}"))
                .say(request(5, "messages/judge", mail.formatted("x@example.net", "")));
        List<JsonNode> answers = talk.answers();
        assertThat(answers.get(1).at("/result/decisions/0/needs/0").asText()).isEqualTo("body");
        assertThat(answers.get(2).at("/result/decisions/0/needs")).isEmpty();
        assertThat(answers.get(3).at("/result/decisions/0/needs")).isEmpty();
        assertThat(answers.get(5).at("/result/decisions/0/needs")).isEmpty();
    }

    @Test
    void routesAreListedChangedAndRemoved() throws IOException {
        List<JsonNode> answers = talk().write("routes.csv", "from,folder\nbob@example.org,Friends\n@club.example,Club\n")
                .say(request(1, "routes/set", "{\"from\":\" ANN@example.org \",\"folder\":\"Family, old\"}"))
                .say(request(2, "routes/list", "{\"search\":\" FAMILY\"}"))
                .say(request(3, "routes/remove", "{\"from\":\"@club.example\"}"))
                .say(request(4, "routes/list", "{}"))
                .say(request(5, "routes/list", "{\"offset\":1}"))
                .say(request(6, "messages/judge", "{\"account\":\"a\",\"folder\":\"/INBOX\",\"messages\":[{\"author\":\"ann@example.org\",\"headers\":{}}]}"))
                .answers();
        assertThat(answers.get(1).at("/result/routes").asInt()).isEqualTo(3);
        assertThat(answers.get(2).path("result").toString()).isEqualTo("{\"total\":1,\"routes\":[{\"from\":\"ann@example.org\",\"folder\":\"Family, old\"}]}");
        assertThat(answers.get(4).at("/result/total").asInt()).isEqualTo(2);
        assertThat(answers.get(5).at("/result/routes")).hasSize(1);
        assertThat(answers.get(6).at("/result/decisions/0/actions/0/folder").asText()).isEqualTo("Family, old");
    }

    @Test
    void aRouteThatCannotBeTakenIsRefusedWithItsReasonAndNotWritten() throws IOException {
        for (String params : List.of("{\"from\":\"ann@\",\"folder\":\"Family\"}", "{\"from\":\"ann@example.org,Never\\nbob@example.org\",\"folder\":\"x\"}",
                "{\"from\":\"ann@example.org\",\"folder\":\"a\\nb@example.org,x\"}", "{\"from\":\"ann@example.org\",\"folder\":\"/\"}")) {
            JsonNode error = talk().say(request(1, "routes/set", params)).answer(1).path("error");
            assertThat(error.path("code").asInt()).as(params).isEqualTo(-32602);
            assertThat(error.path("message").asText()).contains("crivez");
        }
        assertThat(folder.resolve("routes.csv")).doesNotExist();
    }

    @Test
    void atMostFiveHundredRoutesAreToldAtOnce() throws IOException {
        String routes = IntStream.range(0, 3_000).mapToObj(i -> i + "@example.org,Folder " + i + "\n").collect(Collectors.joining());
        JsonNode result = talk().write("routes.csv", "from,folder\n" + routes).say(request(1, "routes/list", "{\"offset\":2900}"))
                .say(request(2, "routes/list", "{\"search\":\"@example\"}")).answers().get(2).path("result");
        assertThat(result.path("total").asInt()).isEqualTo(3_000);
        assertThat(result.path("routes")).hasSize(500);
    }

    @Test
    @Timeout(30)
    void tenThousandRecipientsAndAMegabyteOfHeaderAreJudged() throws IOException {
        String many = IntStream.range(0, 10_000).mapToObj(i -> "\"P" + i + " <p" + i + "@people.example>\"").collect(Collectors.joining(","));
        String header = "x".repeat(1 << 20);
        List<JsonNode> answers = talk()
                .say(request(1, "compose/judge", SHORT.replace("\"ann@example.org\"", many)))
                .say(request(2, "messages/judge", "{\"account\":\"a\",\"folder\":\"/INBOX\",\"messages\":[{\"author\":\"x@example.net\",\"recipients\":[" + many + "],\"subject\":\""
                        + header + "\",\"headers\":{\"list-id\":[\"" + header + "\"],\"authentication-results\":[\"" + "(".repeat(1 << 20) + "\"],\"x-spam-flag\":[\"" + header + "\"]}}]}"))
                .answers();
        assertThat(findings(answers.get(1))).contains("ask exposed-recipients");
        assertThat(answers.get(2).at("/result/decisions/0/actions/0/folder").asText()).isEqualTo("Lists/" + "x".repeat(60));
    }
}
