package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.settings.Folders;
import org.tripostal.wire.FrameBytes;
import org.tripostal.wire.Frames;

/** The journal and the settings page, as the add-on sees them. */
class HostJournalTest {

    private static final String MARKS = "\"before\":{\"read\":false,\"flagged\":false,\"junk\":false,\"tags\":[]}";
    private static final String INTO_FAMILY = "\"decision\":{\"actions\":[{\"type\":\"file-into\",\"folder\":\"Family\"}],\"lost\":[],\"spam\":{}}";
    private static final String EMPTY_SUBJECT = "{\"message\":{\"subject\":\"\",\"to\":[]}}";
    private static final String NOTHING = "\"decision\":{\"actions\":[],\"lost\":[],\"spam\":{}}";

    @TempDir
    Path folder;

    private Path journal;

    @BeforeEach
    void journalFile() {
        journal = folder.resolve("data/journal.db");
    }

    private static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private static String applied(int id, String run, String... notes) {
        return request(id, "messages/applied", "{\"account\":\"account1\",\"run\":\"" + run + "\",\"applied\":[" + String.join(",", notes) + "]}");
    }

    private static String note(String messageId, String to, String decision) {
        return "{\"headerMessageId\":\"" + messageId + "\",\"delivery\":\"d\",\"author\":\"Ann\",\"subject\":\"Hello\",\"from\":\"/INBOX\",\"to\":\"" + to + "\"," + MARKS + ","
                + decision + ",\"outcome\":\"done\"}";
    }

    private HostTalk talk() {
        return new HostTalk(folder).initialize("en");
    }

    @Test
    void whatStayedUntouchedIsKnownButIsNoEntry() throws IOException {
        JsonNode ids = talk().say(applied(1, "r", note("a", "/INBOX", NOTHING), note("b", "/Family", INTO_FAMILY))).answer(1).at("/result/ids");
        assertThat(ids).hasSize(1);
        JsonNode unknown = talk().say(request(2, "inbox/compare", "{\"account\":\"account1\",\"complete\":true,\"messages\":[]}"))
                .say(request(3, "inbox/compare", "{\"account\":\"account1\",\"complete\":true,\"messages\":[{\"headerMessageId\":\"c\"}]}")).answer(3);
        assertThat(unknown.at("/result/unknown/0").asInt(-1)).isZero();
    }

    @Test
    void afterARestartEntriesAreListedAndTheLastRunCanBeTakenBackOnce() throws IOException {
        talk().say(applied(1, "r1", note("a", "/Family", INTO_FAMILY))).say(applied(2, "r2", note("b", "/Family", INTO_FAMILY))).answers();
        assertThat(talk().say(request(1, "journal/list", "{\"limit\":500}")).answer(1).at("/result/entries")).extracting(entry -> entry.path("id").asInt()).containsExactly(2, 1);
        assertThat(talk().say(request(1, "journal/list", "{\"limit\":1,\"before\":2}")).answer(1).at("/result/entries/0/run").asText()).isEqualTo("r1");
        assertThat(talk().say(request(1, "journal/list", "{\"account\":\"account1\",\"headerMessageId\":\"b\"}")).answer(1).at("/result/entries")).hasSize(1);

        JsonNode waiting = talk().say(request(1, "journal/undo", "{\"lastRun\":true}")).answer(1).at("/result/entries");
        assertThat(waiting).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.path("id").asInt()).isEqualTo(2);
            assertThat(entry.path("undo").asText()).isEqualTo("requested");
            assertThat(entry.at("/before/read").asBoolean(true)).isFalse();
        });
        assertThat(talk().say(request(1, "journal/undo", "{}")).answer(1).at("/result/entries")).hasSize(1);
        talk().say(request(1, "journal/undone", "{\"done\":[2],\"failed\":[]}")).answers();
        assertThat(talk().say(request(1, "journal/undo", "{\"ids\":[2]}")).answer(1).at("/result/entries")).isEmpty();
    }

    @Test
    void whatCouldNotBeTakenBackStandsAgain() throws IOException {
        JsonNode entries = talk()
                .say(applied(1, "r", note("a", "/Family", INTO_FAMILY), note("b", "/Family", INTO_FAMILY)))
                .say(request(2, "journal/undo", "{\"ids\":[1,2,99]}"))
                .say(request(3, "journal/undone", "{\"done\":[1,99],\"failed\":[2]}"))
                .say(request(4, "journal/list", "{\"limit\":9}"))
                .answer(4).at("/result/entries");
        assertThat(entries).extracting(entry -> entry.path("undo").asText()).containsExactly("none", "done");
    }

    @Test
    void whatWasTakenBackIsNeverJudgedAgain() throws IOException {
        String look = "{\"account\":\"account1\",\"complete\":true,\"messages\":[{\"headerMessageId\":\"a\"}]}";
        JsonNode after = talk()
                .say(request(1, "inbox/compare", "{\"account\":\"account1\",\"complete\":true,\"messages\":[]}"))
                .say(applied(2, "r", note("a", "/Family", INTO_FAMILY)))
                .say(request(3, "journal/undo", "{\"lastRun\":true}"))
                .say(request(4, "journal/undone", "{\"done\":[1],\"failed\":[]}"))
                .say(request(5, "inbox/compare", look))
                .answer(5).path("result");
        assertThat(after.path("unknown")).isEmpty();
        assertThat(after.path("ambiguous")).isEmpty();
    }

    @Test
    void whatTheUserMovedBackIsNotMovedAgain() throws IOException {
        JsonNode after = talk()
                .say(request(1, "inbox/compare", "{\"account\":\"account1\",\"complete\":true,\"messages\":[]}"))
                .say(applied(2, "r", note("a", "/Family", INTO_FAMILY)))
                .say(request(3, "messages/filed", "{\"account\":\"account1\",\"intoInbox\":true,\"messages\":[{\"headerMessageId\":\"a\",\"received\":\"from x id 1\"}]}"))
                .say(request(4, "inbox/compare", "{\"account\":\"account1\",\"complete\":true,\"messages\":[{\"headerMessageId\":\"a\"}]}"))
                .answer(4).path("result");
        assertThat(after.path("unknown")).isEmpty();
        assertThat(after.path("ambiguous")).isEmpty();
    }

    @Test
    void aDamagedJournalIsSetAsideAndTheStateSaysSo() throws IOException {
        Files.createDirectories(journal.getParent());
        Files.writeString(journal, "no journal ".repeat(100));
        List<JsonNode> said = talk().say(request(1, "journal/list", "{\"limit\":1}")).everything();
        assertThat(said.get(1).at("/result/entries").isArray() || said.get(2).at("/result/entries").isArray()).isTrue();
        JsonNode state = said.stream().filter(message -> message.path("method").asText().equals("state/changed")).findFirst().orElseThrow().path("params");
        assertThat(state.at("/problems/0/file").asText()).isEqualTo(journal.toString());
        assertThat(state.at("/problems/0/message").asText()).contains("journal.db.damaged-");
    }

    @Test
    @Timeout(60)
    void aJournalThatIsDeletedUnderARunningHostIsBegunAnewAndTheStateSaysSo() throws Exception {
        try (LiveHost host = new LiveHost(new Folders(folder, folder.resolve("data")))) {
            String note = "{\"account\":\"account1\",\"run\":\"r\",\"applied\":[" + note("a", "/Family", INTO_FAMILY) + "]}";
            host.ask("messages/applied", note);
            for (String file : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
                Files.deleteIfExists(journal.resolveSibling(file));
            }
            assertThat(host.ask("journal/list", "{\"limit\":9}").at("/result/entries")).as("what is gone is not shown").isEmpty();
            assertThat(host.ask("messages/applied", note).at("/result/ids")).hasSize(1);
            JsonNode state = host.ask("settings/set", "{\"active\":true}").path("result");
            assertThat(state.at("/problems/0/message").asText()).contains("no longer there");
        }
        assertThat(talk().say(request(1, "journal/list", "{\"limit\":9}")).answer(1).at("/result/entries")).as("what came after lies in the new one").hasSize(1);
    }

    @Test
    void aJournalThatWasLostBetweenTwoStartsIsSaidToo() throws IOException {
        List<JsonNode> said = talk().say(request(1, "inbox/compare", "{\"account\":\"account1\",\"complete\":true,\"judgedUntil\":\"2026-11-02T10:00:00Z\",\"messages\":[]}")).everything();
        assertThat(said).anyMatch(message -> message.at("/result/lost").asBoolean());
        assertThat(said).filteredOn(message -> message.path("method").asText().equals("state/changed")).singleElement()
                .satisfies(message -> assertThat(message.at("/params/problems/0/message").asText()).contains("no longer there"));
    }

    @Test
    @Timeout(60)
    void aJournalThatAnotherProgramHoldsIsAnErrorAndWorksAfterwards() throws Exception {
        talk().say(applied(1, "r", note("a", "/Family", INTO_FAMILY))).answers();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            List<JsonNode> answers = talk()
                    .say(applied(1, "r2", note("b", "/Family", INTO_FAMILY)))
                    .say(request(2, "journal/list", "{\"limit\":9}"))
                    .answers();
            assertThat(answers.get(1).at("/error/code").asInt()).isEqualTo(-32006);
            assertThat(answers.get(1).at("/error/message").asText()).contains(journal.toString());
            assertThat(answers.get(2).at("/result/entries")).hasSize(1);
        }
        assertThat(talk().say(applied(1, "r2", note("b", "/Family", INTO_FAMILY))).answer(1).at("/result/ids/0").asInt()).isEqualTo(2);
    }

    @Test
    void aJournalThatCannotBeOpenedKeepsNothingElseFromWorking() throws IOException {
        Files.createDirectories(journal);
        HostTalk talk = talk().say(request(1, "journal/list", "{\"limit\":1}")).say(request(2, "compose/judge", EMPTY_SUBJECT));
        assertThat(talk.answer(1).at("/error/code").asInt()).isEqualTo(-32006);
        assertThat(talk.answer(2).at("/result/findings/0/code").asText()).isEqualTo("empty-subject");
    }

    /** SQLite waits five seconds for a lock, a sender two for the verdict. */
    @Test
    @Timeout(60)
    void whatIsSentIsJudgedWhileAnotherProgramHoldsTheJournal() throws Exception {
        talk().say(applied(1, "r", note("a", "/Family", INTO_FAMILY))).answers();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            List<JsonNode> answers = talk()
                    .say(applied(1, "r2", note("b", "/Family", INTO_FAMILY)))
                    .say(request(2, "compose/judge", EMPTY_SUBJECT))
                    .answers();
            assertThat(answers).extracting(answer -> answer.path("id").asText()).containsExactly("init", "2", "1");
            assertThat(answers.get(1).at("/result/findings/0/code").asText()).isEqualTo("empty-subject");
            assertThat(answers.get(2).at("/error/code").asInt()).isEqualTo(-32006);
        }
    }

    /** Reads what the host says until a notification of this name comes. */
    private static boolean comes(Frames frames, String notification) throws IOException {
        for (Optional<byte[]> frame = frames.read(); frame.isPresent(); frame = frames.read()) {
            if (FrameBytes.parse(FrameBytes.frame(frame.get())).get(0).path("method").asText().equals(notification)) {
                return true;
            }
        }
        return false;
    }

    @Test
    @Timeout(60)
    void whatIsAskedForOnTheCommandLineReachesTheAddOn() throws Exception {
        PrintStream standardOut = System.out;
        List<Throwable> failed = new ArrayList<>();
        try (PipedOutputStream toHost = new PipedOutputStream();
                PipedInputStream hostReads = new PipedInputStream(toHost);
                PipedInputStream fromHost = new PipedInputStream(1 << 16);
                PrintStream hostWrites = new PrintStream(new PipedOutputStream(fromHost), true)) {
            Folders folders = new Folders(folder, folder.resolve("data"));
            Thread host = new Thread(() -> {
                try {
                    Host.run(hostReads, hostWrites, folders);
                } catch (IOException e) {
                    failed.add(e);
                }
            });
            host.start();
            toHost.write(FrameBytes.frame(request(1, "ping", "{}")));
            toHost.flush();
            Frames frames = new Frames(fromHost, new java.io.ByteArrayOutputStream());
            assertThat(frames.read()).isPresent();
            Files.writeString(folders.journalRequests(), "now");
            assertThat(comes(frames, "journal/undo-requested")).isTrue();
            toHost.close();
            host.join();
        } finally {
            System.setOut(standardOut);
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void theDayIsSearchedCountedAndTakenBackByRun() throws IOException {
        talk().say(applied(1, "r1", note("a", "/Family", INTO_FAMILY), note("b", "/Family", INTO_FAMILY))).say(applied(2, "r2", note("c", "/Family", INTO_FAMILY))).answers();
        JsonNode found = talk().say(request(1, "journal/search", "{\"from\":\"2026-01-01T00:00:00Z\",\"text\":\"HELLO\",\"limit\":2}")).answer(1).path("result");
        assertThat(found.path("entries")).extracting(entry -> entry.path("id").asInt()).containsExactly(3, 2);
        assertThat(found.path("more").asBoolean()).isTrue();
        assertThat(talk().say(request(1, "journal/search", "{\"from\":\"yesterday\"}")).answer(1).at("/error/code").asInt()).isEqualTo(-32602);

        JsonNode overview = talk().say(request(1, "journal/overview", "{}")).answer(1).path("result");
        assertThat(overview.path("total").asInt()).isEqualTo(3);
        assertThat(overview.at("/folders/0/folder").asText()).isEqualTo("/Family");
        assertThat(overview.path("runs")).extracting(run -> run.path("run").asText()).containsExactly("r2", "r1");
        assertThat(overview.path("daysKept").asInt()).isEqualTo(90);

        assertThat(talk().say(request(1, "journal/undo", "{\"run\":\"r1\"}")).answer(1).at("/result/entries")).hasSize(2);
        talk().say(request(1, "journal/undone", "{\"done\":[1,2],\"failed\":[]}")).answers();
        assertThat(talk().say(request(1, "journal/taken-back", "{\"account\":\"account1\",\"headerMessageIds\":[\"a\",\"c\"]}")).answer(1).at("/result/headerMessageIds"))
                .extracting(JsonNode::asText).containsExactly("a");
    }

    @Test
    void theJournalForgetsWhatIsOldAndAllWhenAsked() throws Exception {
        talk().say(applied(1, "r1", note("old", "/Family", INTO_FAMILY), note("new", "/Family", INTO_FAMILY))).answers();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal); Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE entry SET at = at - 91 * 86400000 WHERE message_id = 'old'");
        }
        assertThat(talk().say(request(1, "journal/search", "{}")).answer(1).at("/result/entries")).hasSize(1);
        Path aside = Files.writeString(folder.resolve("data/journal.db.damaged-1"), "ann@example.org");
        assertThat(talk().say(request(1, "data/wipe", "{}")).say(request(2, "journal/search", "{}")).answer(2).at("/result/entries")).isEmpty();
        assertThat(aside).doesNotExist();
    }
}
