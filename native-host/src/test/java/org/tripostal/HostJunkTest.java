package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user says of junk, and what in junk may be awaited, as the add-on tells and asks it. */
class HostJunkTest {

    @TempDir
    Path folder;

    private HostTalk talk() {
        return new HostTalk(folder).initialize("en");
    }

    private static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private static String message(String id, String author, String headers) {
        return "{\"headerMessageId\":\"" + id + "\",\"author\":\"" + author + "\",\"recipients\":[\"me@example.org\"],\"subject\":\"Hello\",\"date\":\"2026-11-02T10:00:00Z\","
                + "\"headers\":{" + headers + "},\"parts\":[{\"contentType\":\"text/plain\",\"body\":\"a room by the lake\"}]}";
    }

    private static String sent(int id, String messageId, Instant at, String to) {
        return request(id, "sent/noted", "{\"account\":\"account1\",\"messages\":[{\"headerMessageId\":\"" + messageId + "\",\"date\":\"" + at + "\",\"recipients\":[\"" + to + "\"]}]}");
    }

    private static Instant daysAgo(long days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static String awaited(int id, String... messages) {
        return request(id, "junk/awaited", "{\"account\":\"account1\",\"folder\":\"/Junk\",\"messages\":[" + String.join(",", messages) + "]}");
    }

    @Test
    void anAnswerToAMessageOfTheUsersIsAwaitedAlsoAfterARestart() throws IOException {
        talk().say(sent(1, "mine@example.org", daysAgo(100), "Desk <desk@hotel.example>")).answers();
        JsonNode found = talk().say(awaited(1, message("a", "Prize <win@lottery.example>", ""),
                message("b", "Front Desk <frontdesk@hotel.example>", "\"references\":[\"<first@x.example> <mine@example.org>\"]"),
                message("c", "X <x@x.example>", "\"in-reply-to\":[\"<other@example.org>\"]"))).answer(1).at("/result/awaited");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/place").asInt()).isEqualTo(1);
        assertThat(found.at("/0/because").asText()).isEqualTo("it answers a message of your own");
    }

    @Test
    void whoWasWrittenToLatelyIsAwaitedAndWhoWasLongAgoIsNot() throws IOException {
        JsonNode found = talk()
                .say(sent(1, "1@example.org", daysAgo(29), "Nora Lind <Nora@Lind.example>"))
                .say(sent(2, "2@example.org", daysAgo(32), "otto@berg.example"))
                .say(awaited(3, message("a", "Otto <otto@berg.example>", ""), message("b", "Nora <nora@lind.example>", "")))
                .answer(3).at("/result/awaited");
        assertThat(found).extracting(one -> one.path("place").asInt()).containsExactly(1);
    }

    @Test
    void theHostSaysUpToWhenItKnowsTheSentMailOfAnAccount() throws IOException {
        JsonNode none = talk().say(request(1, "sent/noted", "{\"account\":\"account1\",\"messages\":[]}")).answer(1).path("result");
        assertThat(none.has("latest")).isFalse();
        JsonNode latest = talk()
                .say(sent(1, "1@example.org", Instant.parse("2026-11-02T10:00:00Z"), "a@b.example"))
                .say(sent(2, "2@example.org", Instant.parse("2026-10-02T10:00:00Z"), "a@b.example"))
                .say(request(3, "sent/noted", "{\"account\":\"account1\",\"messages\":[]}"))
                .answer(3).at("/result/latest");
        assertThat(latest.asText()).isEqualTo("2026-11-02T10:00:00Z");
    }

    @Test
    void aDateThatIsNoneIsRefused() throws IOException {
        JsonNode error = talk().say(request(1, "sent/noted", "{\"account\":\"account1\",\"messages\":[{\"headerMessageId\":\"1\",\"date\":\"soon\",\"recipients\":[]}]}")).answer(1).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asText()).contains("date");
    }

    @Test
    void whomTheUserHasWrittenToIsNotJunkOnSignsAlone() throws IOException {
        String file = "{\"headerMessageId\":\"a\",\"author\":\"Nora <nora@lind.example>\",\"recipients\":[\"me@example.org\"],\"subject\":\"Photos\",\"date\":\"2026-11-02T10:00:00Z\","
                + "\"headers\":{},\"parts\":[{\"contentType\":\"text/plain\",\"body\":\"see there\"},{\"contentType\":\"application/octet-stream\",\"name\":\"photos.jpg.exe\",\"size\":10}]}";
        String judge = "{\"account\":\"account1\",\"folder\":\"/INBOX\",\"messages\":[" + file + "]}";
        assertThat(talk().say(request(1, "messages/judge", judge)).answer(1).at("/result/decisions/0/actions/0/type").asText()).isEqualTo("mark-junk");
        assertThat(talk().say(sent(1, "1@example.org", daysAgo(400), "nora@lind.example")).say(request(2, "messages/judge", judge)).answer(2)
                .at("/result/decisions/0/actions")).isEmpty();
    }
}
