package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trying out before saving, and routes many at a time, as the add-on asks for it. */
class HostTrialTest {

    private static final String FROM_ZOE = """
            "account":"account1","folder":"/INBOX","messages":[{"headerMessageId":"1","author":"Zoe <zoe@example.net>","recipients":["me@example.org"],"ccList":[],
             "bccList":[],"subject":"Hello","date":"2026-11-02T10:00:00Z","size":1,"headers":{"list-id":["<users.lists.example.net>"]}}]""";

    @TempDir
    Path folder;

    private static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + params.replace("\n", " ") + "}}";
    }

    private HostTalk talk() {
        return new HostTalk(folder).initialize("en");
    }

    private static String target(JsonNode answer) {
        return answer.at("/result/decisions/0/actions/0/folder").asText();
    }

    @Test
    void aRouteIsTriedOutAndNothingIsWritten() throws IOException {
        HostTalk talk = talk().write("routes.csv", "from,folder\n@example.net,Net\n")
                .say(request(1, "messages/judge", FROM_ZOE))
                .say(request(2, "messages/judge", FROM_ZOE + ",\"trial\":{\"routes\":[{\"from\":\"Zoe@example.net\",\"folder\":\"Friends/Zoé\"}]}"))
                .say(request(3, "messages/judge", FROM_ZOE));
        var answers = talk.answers();
        assertThat(answers).filteredOn(answer -> answer.path("id").isInt()).extracting(HostTrialTest::target).containsExactly("Net", "Friends/Zoé", "Net");
        assertThat(Files.readString(folder.resolve("routes.csv"))).isEqualTo("from,folder\n@example.net,Net\n");
    }

    @Test
    void aSettingIsTriedOut() throws IOException {
        JsonNode answer = talk().write("settings.yaml", "# mine\nfolders:\n  lists: Lists\n")
                .say(request(1, "messages/judge", FROM_ZOE + ",\"trial\":{\"settings\":{\"folders.lists\":\"Reading\"}}")).answer(1);
        assertThat(target(answer)).isEqualTo("Reading/users");
    }

    @Test
    void aListIsRoutedByItsWholeId() throws IOException {
        JsonNode answer = talk().say(request(1, "routes/set", "\"from\":\"<users.lists.example.net>\",\"folder\":\"Reading\""))
                .say(request(2, "messages/judge", FROM_ZOE)).answer(2);
        assertThat(target(answer)).isEqualTo("Reading");
        assertThat(answer.at("/result/decisions/0/actions/0/matched/0/field").asText()).isEqualTo("listId");
    }

    @Test
    void whatCannotBeTriedOutIsSaid() throws IOException {
        HostTalk talk = talk().say(request(1, "messages/judge", FROM_ZOE + ",\"trial\":{\"routes\":[{\"from\":\"nobody\",\"folder\":\"X\"}]}"))
                .say(request(2, "messages/judge", FROM_ZOE + ",\"trial\":{\"settings\":{\"netiquette.exposed-recipients\":\"many\"}}"))
                .say(request(3, "messages/judge", FROM_ZOE + ",\"trial\":{\"settings\":{\"no-such-section.x\":\"1\"}}"))
                .say(request(4, "messages/judge", FROM_ZOE));
        assertThat(talk.answer(1).at("/error/message").asText()).contains("“nobody” is not an address");
        assertThat(talk().say(request(2, "messages/judge", FROM_ZOE + ",\"trial\":{\"settings\":{\"netiquette.exposed-recipients\":\"many\"}}")).answer(2).at("/error/code").asInt())
                .isEqualTo(-32602);
        assertThat(talk().say(request(3, "messages/judge", FROM_ZOE + ",\"trial\":{\"settings\":{\"no-such-section.x\":\"1\"}}")).answer(3).at("/error/code").asInt())
                .isEqualTo(-32602);
    }

    @Test
    void aListOfRoutesIsShownBeforeItIsTakenIn() throws IOException {
        String text = "\"text\":\"from;folder\\nann@example.org;Family\\nbob@example.org;Friends\\nzoe;Nowhere\\nbob@example.org;Foes\\neve@example.org;Eve\\n\"";
        HostTalk shown = talk().write("routes.csv", "from,folder\nann@example.org,Family\nbob@example.org,Work\n# mine\n").say(request(1, "routes/import", text + ",\"take\":false"));
        JsonNode report = shown.answer(1).path("result");
        assertThat(report.path("added").asInt()).isEqualTo(1);
        assertThat(report.path("changed").asInt()).isEqualTo(1);
        assertThat(report.path("same").asInt()).isEqualTo(1);
        assertThat(report.at("/changes/0/before").asText()).isEqualTo("Work");
        assertThat(report.path("problems")).extracting(problem -> problem.path("line").asInt()).containsExactly(4, 5);
        assertThat(Files.readString(folder.resolve("routes.csv"))).contains("bob@example.org,Work");

        talk().say(request(1, "routes/import", text + ",\"take\":true")).answers();
        assertThat(Files.readString(folder.resolve("routes.csv"))).isEqualTo("from,folder\nann@example.org,Family\nbob@example.org,Friends\n# mine\neve@example.org,Eve\n");
    }

    @Test
    void aListWithOtherColumnsIsRefusedLineByLineAndNothingIsWritten() throws IOException {
        JsonNode report = talk().say(request(1, "routes/import", "\"text\":\"name,phone,mail\\nAnn,123,ann@example.org\\n\",\"take\":true")).answer(1).path("result");
        assertThat(report.path("added").asInt()).isZero();
        assertThat(report.path("problems")).isNotEmpty();
        assertThat(folder.resolve("routes.csv")).doesNotExist();
    }

    @Test
    void linesThatNeverCountAndExceptionsAreFound() throws IOException {
        JsonNode found = talk().write("routes.csv", "from,folder\nann@example.org,Family\nann@example.org,Friends\n@example.org,Club\nbob@example.org,Club\n")
                .say(request(1, "routes/conflicts", "")).answer(1).path("result");
        assertThat(found.path("conflicts")).hasSize(2);
        assertThat(found.at("/conflicts/0/kind").asText()).isEqualTo("never-counts");
        assertThat(found.at("/conflicts/0/line").asInt()).isEqualTo(3);
        assertThat(found.at("/conflicts/1/kind").asText()).isEqualTo("exception");
        assertThat(found.at("/conflicts/1/other").asText()).isEqualTo("@example.org");
    }

    @Test
    void threeThousandAreTakenInAtOnce() throws IOException {
        String lines = IntStream.range(0, 3_000).mapToObj(i -> "a" + i + "@example.org,F" + i % 50 + "\\n").collect(Collectors.joining());
        long begun = System.nanoTime();
        JsonNode report = talk().say(request(1, "routes/import", "\"text\":\"from,folder\\n" + lines + "\",\"take\":true")).answer(1).path("result");
        assertThat(report.path("added").asInt()).isEqualTo(3_000);
        try (Stream<String> written = Files.lines(folder.resolve("routes.csv"))) {
            assertThat(written).hasSize(3_001);
        }
        assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds").isLessThan(20_000);
    }
}
