package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The conversations in {@code src/protocol}, which the add-on's tests read too: the host answers word for word. */
class GoldenExchangesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> theHostAnswersAsTheProtocolSays() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/protocol"))) {
            List<DynamicTest> tests = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> converse(file)))
                    .toList();
            assertThat(tests).isNotEmpty();
            return tests;
        }
    }

    private void converse(Path file) throws IOException {
        JsonNode exchange = JSON.readTree(file.toFile()).path("exchange");
        assertThat(exchange).isNotEmpty();
        HostTalk talk = new HostTalk(Files.createDirectory(folder.resolve(file.getFileName())));
        talk.write("routes.csv", "from,folder\nann@example.org,Family\n@club.example,Club\n");
        for (JsonNode turn : exchange) {
            talk.say(turn.path("request").toString());
        }
        List<JsonNode> answers = talk.answers();
        for (JsonNode turn : exchange) {
            JsonNode expected = turn.path("response");
            JsonNode answer = answers.stream().filter(one -> one.path("id").equals(expected.path("id"))).findFirst().orElseThrow();
            assertSame(expected, answer, talk.config().toString(), "");
        }
    }

    private static void assertSame(JsonNode expected, JsonNode actual, String config, String at) {
        if (expected.asText().equals("$ANY")) {
            assertThat(actual.isMissingNode()).as(at + " is there").isFalse();
        } else if (expected.isObject() && actual.isObject()) {
            assertThat(names(actual)).as("members of " + at).isEqualTo(names(expected));
            expected.properties().forEach(member -> assertSame(member.getValue(), actual.get(member.getKey()), config, at + "/" + member.getKey()));
        } else if (expected.isArray() && actual.isArray()) {
            assertThat(actual.size()).as("length of " + at).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertSame(expected.get(i), actual.get(i), config, at + "/" + i);
            }
        } else {
            assertThat(actual).as(at).isEqualTo(expected.asText().equals("$CONFIG") ? JSON.getNodeFactory().textNode(config) : expected);
        }
    }

    private static List<String> names(JsonNode object) {
        return ((ObjectNode) object).propertyStream().map(java.util.Map.Entry::getKey).toList();
    }
}
