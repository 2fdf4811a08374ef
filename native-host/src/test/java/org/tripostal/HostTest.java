package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripostal.settings.Folders;

class HostTest {

    @TempDir
    Path folder;

    private static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "messages/judge | {\"account\":\"a\",\"folder\":\"/INBOX\",\"messages\":[]}", "compose/judge | {\"message\":{}}", "settings/set | {\"active\":true}",
        "messages/applied | {\"account\":\"a\",\"run\":\"1\",\"applied\":[]}", "messages/filed | {\"account\":\"a\",\"intoInbox\":true,\"messages\":[]}",
        "inbox/compare | {\"account\":\"a\",\"complete\":true,\"messages\":[]}", "journal/list | {\"limit\":1}", "journal/undo | {}",
        "journal/undone | {\"done\":[],\"failed\":[]}", "settings/get | {}", "routes/list | {}", "doctor/run | {}",
        "routes/set | {\"from\":\"ann@example.org\",\"folder\":\"Family\"}", "routes/remove | {\"from\":\"ann@example.org\"}",
    })
    void nothingIsDoneBeforeInitialize(String method, String params) throws IOException {
        JsonNode answer = new HostTalk(folder).say(request(1, method, params)).answer(1);
        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32002);
        assertThat(folder.resolve("settings.yaml")).doesNotExist();
        assertThat(folder.resolve("routes.csv")).doesNotExist();
        assertThat(folder.resolve("data/journal.db")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "initialize     | {\"locale\":\"en\",\"identities\":[]}                         | version",
        "initialize     | {\"version\":1,\"locale\":\"en\",\"identities\":[]}           | version",
        "initialize     | {\"version\":\"0.1.0\",\"identities\":[]}                     | locale",
        "initialize     | {\"version\":\"0.1.0\",\"locale\":\"en\"}                     | identities",
        "initialize     | {\"version\":\"0.1.0\",\"locale\":\"en\",\"identities\":{}}   | identities",
        "messages/judge | {\"folder\":\"/INBOX\",\"messages\":[]}                       | account",
        "messages/judge | {\"account\":\"a\",\"messages\":[]}                           | folder",
        "messages/judge | {\"account\":\"a\",\"folder\":\"/INBOX\"}                     | messages",
        "messages/judge | {\"account\":\"a\",\"folder\":\"/INBOX\",\"messages\":{}}     | messages",
        "compose/judge  | {}                                                            | message",
        "compose/judge  | {\"message\":\"hello\"}                                       | message",
        "settings/set   | {}                                                            | active",
        "settings/set   | {\"settings\":[]}                                           | settings",
        "settings/set   | {\"settings\":{\"colour\":\"blue\"}}                    | settings.colour",
        "settings/set   | {\"settings\":{\"netiquette.\":\"5\"}}                 | settings.netiquette.",
        "settings/set   | {\"settings\":{\"folders.self\":{}}}                     | settings.folders.self",
        "settings/set   | {\"settings\":{\"folders.self\":\"a\\nactive: true\"}} | settings.folders.self",
        "messages/applied | {\"run\":\"1\",\"applied\":[]}                        | account",
        "messages/applied | {\"account\":\"a\",\"applied\":[]}                    | run",
        "messages/applied | {\"account\":\"a\",\"run\":\"1\"}                   | applied",
        "messages/filed | {\"intoInbox\":true,\"messages\":[]}                      | account",
        "messages/filed | {\"account\":\"a\",\"messages\":[]}                      | intoInbox",
        "messages/filed | {\"account\":\"a\",\"intoInbox\":1,\"messages\":[]}   | intoInbox",
        "messages/filed | {\"account\":\"a\",\"intoInbox\":true}                  | messages",
        "inbox/compare  | {\"complete\":true,\"messages\":[]}                       | account",
        "inbox/compare  | {\"account\":\"a\",\"messages\":[]}                      | complete",
        "inbox/compare  | {\"account\":\"a\",\"complete\":true}                   | messages",
        "journal/list   | {}                                                            | limit",
        "journal/list   | {\"limit\":\"9\"}                                         | limit",
        "journal/list   | {\"limit\":9,\"before\":\"9\"}                          | before",
        "journal/list   | {\"headerMessageId\":\"1@a\"}                             | account",
        "journal/undo   | {\"ids\":17}                                                | ids",
        "journal/undo   | {\"lastRun\":\"yes\"}                                     | lastRun",
        "journal/undone | {\"failed\":[]}                                             | done",
        "journal/undone | {\"done\":[]}                                               | failed",
        "routes/set     | {\"folder\":\"Family\"}                                   | from",
        "routes/set     | {\"from\":\"ann@example.org\"}                            | folder",
        "routes/remove  | {}                                                            | from",
        "routes/list    | {\"search\":5}                                              | search",
        "routes/list    | {\"offset\":\"5\"}                                        | offset",
        "settings/set   | {\"active\":\"yes\"}                                          | active",
    })
    void aBadParameterIsNamed(String method, String params, String name) throws IOException {
        JsonNode error = new HostTalk(folder).initialize("fr").say(request(1, method, params)).answer(1).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asText()).isEqualTo(method + " : " + name + " manque ou n'est pas du bon type.");
    }

    @ParameterizedTest
    @CsvSource({"0.1.9,true", "0.1,true", "0.2.0,false", "1.1.0,false", "0.0.9,false", "nonsense,false", "'',false"})
    void versionsFitWhereMajorAndMinorAreEqual(String version, boolean fits) throws IOException {
        JsonNode answer = new HostTalk(folder)
                .say(request(1, "initialize", "{\"version\":\"" + version + "\",\"locale\":\"en\",\"identities\":[]}"))
                .say(request(2, "compose/judge", "{\"message\":{}}"))
                .answer(1);
        assertThat(answer.has("result")).isEqualTo(fits);
        if (!fits) {
            assertThat(answer.at("/error/code").asInt()).isEqualTo(-32001);
            assertThat(answer.at("/error/data/addon").asText()).isEqualTo(version);
            assertThat(answer.at("/error/data/host").asText()).isEqualTo(Version.CURRENT.toString());
        }
    }

    @Test
    void sentencesAreInTheLanguageOfTheUser() throws IOException {
        String message = "{\"message\":{\"account\":\"account1\",\"from\":\"me@example.org\",\"to\":[\"ann@example.org\"],\"subject\":\"\",\"isPlainText\":true,"
                + "\"body\":\"Bonjour\",\"plainTextBody\":\"Bonjour\",\"attachments\":[]}}";
        assertThat(new HostTalk(folder).initialize("fr-FR").say(request(1, "compose/judge", message)).answer(1).at("/result/findings/0/because").asText())
                .isEqualTo("l'objet est vide");
        assertThat(new HostTalk(folder).initialize("de").say(request(1, "compose/judge", message)).answer(1).at("/result/findings/0/because").asText())
                .isEqualTo("the subject is empty");
    }

    @Test
    void theWritersOwnAddressesDoNotCountAsRecipients() throws IOException {
        String message = "{\"message\":{\"account\":\"account1\",\"from\":\"other@example.org\",\"to\":[\"a@x.example\",\"b@x.example\",\"c@x.example\",\"d@x.example\","
                + "\"Me <ME@example.ORG>\"],\"subject\":\"Hello\",\"isPlainText\":true,\"plainTextBody\":\"Hello\",\"attachments\":[]}}";
        assertThat(new HostTalk(folder).initialize("en").say(request(1, "compose/judge", message)).answer(1).at("/result/findings")).isEmpty();
    }

    @Test
    void halfASurrogatePairInASubjectIsAnswered() throws IOException {
        String message = "{\"message\":{\"from\":\"me@example.org\",\"to\":[],\"subject\":\"ANSWER THIS AT ONCE \\ud83d\",\"plainTextBody\":\"Hello\"}}";
        assertThat(new HostTalk(folder).initialize("en").say(request(1, "compose/judge", message)).answer(1).at("/result/findings/0/code").asText())
                .isEqualTo("shouting-subject");
    }

    @Test
    void aMessageThatIsNoMessageIsJudgedAsOneWithoutAnything() throws IOException {
        JsonNode answer = new HostTalk(folder)
                .write("routes.csv", "from,folder\nann@example.org,Family\n@club.example,Club\n")
                .initialize("en")
                .say(request(1, "messages/judge", "{\"account\":\"a\",\"folder\":\"/INBOX\",\"messages\":[7,{},{\"author\":null,\"headers\":[]},\"x\"]}"))
                .answer(1);
        assertThat(answer.at("/result/decisions")).hasSize(4).allSatisfy(decision -> assertThat(decision.path("actions")).isEmpty());
    }

    @Test
    void twoThousandMessagesWithLongReasonsAreToldApartFromAFault() throws IOException {
        String message = "{\"author\":\"ann@example.org\",\"headers\":{\"x-spam-flag\":[\"YES " + "x".repeat(400) + "\"]}}";
        String messages = (message + ",").repeat(1_999) + message;
        JsonNode answer = new HostTalk(folder).initialize("en").say(request(1, "messages/judge", "{\"account\":\"a\",\"folder\":\"/INBOX\",\"messages\":[" + messages + "]}")).answer(1);
        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32005);
    }

    @Test
    void theStateTellsTheProblemsInTheUsersFiles() throws IOException {
        JsonNode state = new HostTalk(folder)
                .write("routes.csv", "from,folder\nann@,Family\nbob@example.org,Friends\n")
                .write("settings.yaml", "active: true\ncolour: blue\n")
                .initialize("fr").answers().get(0).path("result");
        assertThat(state.path("active").asBoolean()).isTrue();
        assertThat(state.path("routes").asInt()).isEqualTo(1);
        assertThat(state.at("/problems/0/file").asText()).isEqualTo(folder.resolve("settings.yaml").toString());
        assertThat(state.at("/problems/0/line").asInt()).isEqualTo(2);
        assertThat(state.at("/problems/0/message").asText()).isEqualTo("Il n'y a pas de réglage « colour ».");
        assertThat(state.at("/problems/1/line").asInt()).isEqualTo(2);
        assertThat(state.at("/problems/1/message").asText()).isEqualTo("« ann@ » n'est pas une adresse.");
        assertThat(state.at("/problems/1/remedy").asText()).startsWith("Écrivez une adresse");
    }

    @Test
    void thousandsOfBadLinesAreToldByTheFirstAndTheirNumber() throws IOException {
        JsonNode problems = new HostTalk(folder)
                .write("routes.csv", "from,folder\n" + "ann@example.org\tFamily\n".repeat(5_000))
                .initialize("en").answers().get(0).at("/result/problems");
        assertThat(problems).hasSize(101);
        assertThat(problems.get(0).path("line").asInt()).isEqualTo(2);
        assertThat(problems.get(100).path("message").asText()).isEqualTo("… and 4,900 more like these.");
    }

    @Test
    void settingsThatCannotBeWrittenAreAnErrorThatNamesTheFile() throws IOException {
        Files.createDirectory(folder.resolve("settings.yaml"));
        JsonNode error = new HostTalk(folder).initialize("en").say(request(1, "settings/set", "{\"active\":true}")).answer(1).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(-32004);
        assertThat(error.path("message").asText()).contains(folder.resolve("settings.yaml").toString());
    }

    @Test
    void whatLibrariesPrintNeverReachesTheWire() throws IOException {
        PrintStream standardOut = System.out;
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(wire, true);
        try {
            System.setOut(out);
            Host.run(new ByteArrayInputStream(new byte[0]), out, new Folders(folder, folder.resolve("data")));
            System.out.println("a library says hello");
        } finally {
            System.setOut(standardOut);
        }
        assertThat(wire.size()).isZero();
    }
}
