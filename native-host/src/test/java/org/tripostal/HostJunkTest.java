package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.spam.Learner;

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

    private static String about(int id, String author, String references, String inReplyTo) {
        return request(id, "sent/about", "{\"messages\":[{\"author\":\"" + author + "\",\"references\":[\"" + references + "\"],\"inReplyTo\":[\"" + inReplyTo + "\"]}]}");
    }

    @Test
    void whatIsAnsweredAndWhoWasWrittenToIsKnownAfterARestart() throws IOException {
        talk().say(sent(1, "mine@example.org", daysAgo(100), "Desk <Desk@hotel.example>")).answers();
        HostTalk talk = talk()
                .say(about(1, "Front <front@hotel.example>", "<first@x.example> <mine@example.org>", "<last@x.example>"))
                .say(about(2, "Desk <desk@hotel.example>", "", "<MINE@example.org>"))
                .say(about(3, "", "", ""));
        assertThat(talk.answer(1).at("/result/about/0").toString()).isEqualTo("{\"answers\":[{\"messageId\":\"mine@example.org\",\"days\":100}]}");
        assertThat(talk.answer(2).at("/result/about/0").toString()).isEqualTo("{\"written\":100}");
        assertThat(talk.answer(3).at("/result/about/0")).isEmpty();
    }

    @Test
    void afterAWipeItKnowsNeitherWhoWasWrittenToNorWhatWasLearned() throws Exception {
        talk().say(sent(1, "mine@example.org", daysAgo(3), "Desk <desk@hotel.example>")).say(said(2, "marked-junk", message("a", "Prize <win@lottery.example>", ""))).answers();
        assertThat(learned()).containsExactly("a spam");
        HostTalk talk = talk().say(request(1, "data/wipe", "{}")).say(about(2, "Desk <desk@hotel.example>", "", "<mine@example.org>"));
        assertThat(talk.answer(1).path("result").isObject()).isTrue();
        assertThat(talk.answer(2).at("/result/about/0")).isEmpty();
        assertThat(learned()).isEmpty();
    }

    @Test
    void whatAnswersTheUserOrComesFromSomebodyWrittenToLatelyIsAwaited() throws IOException {
        JsonNode found = talk().say(awaited(1, message("a", "Prize <win@lottery.example>", ""), about("b", "X <x@x.example>", "{\"answers\":[{\"messageId\":\"1\",\"days\":90}]}"),
                about("c", "Otto <otto@berg.example>", "{\"written\":31}"), about("d", "Nora <nora@lind.example>", "{\"written\":30}"))).answer(1).at("/result/awaited");
        assertThat(found).extracting(one -> one.path("place").asInt()).containsExactly(1, 3);
        assertThat(found.at("/0/because").asText()).isEqualTo("it answers a message of your own");
    }

    private static String about(String id, String author, String sent) {
        return message(id, author, "").replaceFirst("}$", ",\"sent\":" + sent + "}");
    }

    private static String said(int id, String did, String message) {
        return request(id, "messages/junk", "{\"account\":\"account1\",\"folder\":\"/Junk\",\"messages\":[" + message.replaceFirst("}$", ",\"did\":\"" + did + "\",\"wasInInbox\":false}") + "]}");
    }

    private List<String> learned() throws Exception {
        return learned(Learner.SHARED);
    }

    private List<String> learned(String scope) throws Exception {
        List<String> learned = new ArrayList<>();
        Learner.open(folder.resolve("data"), scope).export((key, spam, features) -> learned.add(key + (spam ? " spam" : " wanted")));
        return learned;
    }

    @Test
    void aMarkIsLearnedAndUnlearnedWhenItIsTakenBack() throws Exception {
        String prize = message("prize", "Prize <win@lottery.example>", "");
        assertThat(talk().say(said(1, "marked-junk", prize)).say(said(2, "moved-into-junk", prize)).answer(2).at("/result/learned/0").asText()).isEqualTo("spam");
        assertThat(learned()).containsExactly("prize spam");
        assertThat(talk().say(said(1, "marked-not-junk", prize)).say(said(2, "moved-out-of-junk", prize)).answer(2).at("/result/learned/0").asText()).isEqualTo("none");
        assertThat(learned()).isEmpty();
    }

    @Test
    void whereEachAccountLearnsForItselfAMarkStaysInIt() throws Exception {
        String before = message("before", "Prize <win@lottery.example>", "");
        talk().say(said(1, "marked-junk", before)).answers();
        talk().say(request(2, "settings/set", "{\"settings\":{\"spam.learner\":\"account\"}}")).answers();
        talk().say(said(1, "marked-junk", message("prize", "Prize <win@lottery.example>", ""))).answers();
        assertThat(learned("account1")).containsExactly("prize spam");
        assertThat(learned()).containsExactly("before spam");
        talk().say(said(1, "rescued", before)).answers();
        assertThat(learned("account1")).containsExactly("before wanted", "prize spam");
        assertThat(learned()).isEmpty();
        talk().say(request(1, "data/wipe", "{}")).answers();
        assertThat(learned("account1")).isEmpty();
    }

    @Test
    void toTakeAwayWhatAProgramMarkedSaysThatItIsGood() throws Exception {
        String letter = message("letter", "Ann <ann@example.org>", "");
        talk().say(said(1, "marked-not-junk", letter)).say(said(2, "moved-out-of-junk", letter)).answers();
        assertThat(learned()).containsExactly("letter wanted");
        talk().say(said(1, "marked-junk", letter)).answers();
        assertThat(learned()).containsExactly("letter spam");
        talk().say(said(1, "rescued", letter)).answers();
        assertThat(learned()).containsExactly("letter wanted");
    }

    @Test
    void ofAMessageThatIsGoneNothingIsLearnedButWhatWasIsUnlearned() throws Exception {
        talk().say(said(1, "marked-junk", "{\"headerMessageId\":\"gone\"}")).answers();
        assertThat(learned()).isEmpty();
        talk().say(said(1, "marked-junk", message("prize", "Prize <win@lottery.example>", ""))).say(said(2, "marked-not-junk", "{\"headerMessageId\":\"prize\"}")).answers();
        assertThat(learned()).isEmpty();
    }

    @Test
    void whatIsMarkedInTheInboxBeforeTripostalHasSeenItIsTheFiltersWord() throws Exception {
        String inInbox = said(1, "marked-junk", message("new", "Prize <win@lottery.example>", "")).replace("\"wasInInbox\":false", "\"wasInInbox\":true");
        assertThat(talk().say(inInbox).answer(1).at("/result/learned/0").asText()).isEqualTo("nothing");
        assertThat(learned()).isEmpty();
        String look = "{\"account\":\"account1\",\"complete\":true,\"messages\":[{\"headerMessageId\":\"new\"}]}";
        talk().say(request(2, "inbox/compare", look)).say(inInbox).answers();
        assertThat(learned()).containsExactly("new spam");
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
        assertThat(talk().say(request(2, "messages/judge", judge.replace("\"headers\":{}", "\"headers\":{},\"sent\":{\"written\":400}"))).answer(2)
                .at("/result/decisions/0/actions")).isEmpty();
    }
}
