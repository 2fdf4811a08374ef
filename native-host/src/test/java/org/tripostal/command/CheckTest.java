package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tripostal check} as a person or a script starts it: a process of its own. */
class CheckTest {

    @TempDir
    Path folder;

    private Path box;
    private Path config;

    @BeforeEach
    void aBoxAndAConfiguration() throws IOException {
        box = Files.createDirectories(folder.resolve("box"));
        config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("routes.csv"), "from,folder\nann@example.org,Family\n");
    }

    private Path mail(String name, String header) throws IOException {
        Path file = box.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, header + "\nDate: Mon, 02 Nov 2026 10:00:00 +0000\n\nHello.\n");
    }

    private Program.Result check(String language, Object... arguments) throws Exception {
        Object[] command = Stream.concat(Stream.of("check"), Stream.of(arguments)).toArray();
        return new Program(folder).run(language, command);
    }

    private static List<String> keys(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    @Test
    void filesOfAFolderAreJudgedInTheOrderOfTheirPathsWithTheKeysOfTheDesign() throws Exception {
        mail("b.eml", "From: Ann <ANN@example.org>\nX-Spam-Flag: YES\nSubject: =?utf-8?Q?=C3=89t=C3=A9?=");
        mail("b/a.eml", "From: x@example.net\nSubject: in a folder");
        mail("a.eml", "From: ann@example.org\nSubject: Hello");
        mail("b-c.eml", "From: x@example.net\nSubject: before the dot");
        mail("note.txt", "From: ann@example.org\nSubject: not mail");
        Program.Result result = check("en", "--json", "box", "nowhere.eml", "box/note.txt");
        List<JsonNode> lines = result.lines();

        assertThat(lines).extracting(line -> line.path("file").asText())
                .containsExactly("box/a.eml", "box/b-c.eml", "box/b.eml", "box/b/a.eml", "nowhere.eml", "box/note.txt");
        assertThat(keys(lines.get(0))).containsExactly("file", "from", "subject", "warnings", "actions", "lost", "findings", "spam");
        assertThat(keys(lines.get(0).at("/actions/0"))).containsExactly("type", "folder", "pack", "rule", "because");
        JsonNode spam = lines.get(2);
        assertThat(spam.path("from").asText()).isEqualTo("ann@example.org");
        assertThat(spam.path("subject").asText()).isEqualTo("Été");
        assertThat(spam.at("/actions/0/type").asText()).isEqualTo("mark-junk");
        assertThat(keys(spam.at("/lost/0"))).containsExactly("type", "folder", "pack", "rule", "because", "lostTo");
        assertThat(spam.at("/lost/0/lostTo/rule").asText()).isEqualTo("The server says it is spam");
        assertThat(keys(spam.path("spam"))).containsExactly("verdict", "score", "evidence");
        assertThat(spam.at("/spam/verdict").asText()).isEqualTo("spam");
        assertThat(keys(spam.at("/spam/evidence/0"))).containsExactly("name", "weight", "because");
        assertThat(keys(lines.get(4))).containsExactly("file", "error");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("nowhere.eml: there is no such file or folder");
    }

    @Test
    void aPackAloneLeavesTheKeysOfTheOthersOut() throws Exception {
        mail("a.eml", "From: ann@example.org\nX-Spam-Flag: YES\nSubject: Hello");
        Program.Result result = check("fr", "--json", "--pack", "sorting,netiquette", box);
        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(keys(result.lines().get(0))).containsExactly("file", "from", "subject", "warnings", "actions", "lost", "findings");
        assertThat(result.lines().get(0).at("/actions/0/because").asText()).isEqualTo("il vient de ann@example.org, que routes.csv range dans «\u00A0Family\u00A0»");
    }

    @Test
    void anOutgoingMessageIsCheckedForAPersonToRead() throws Exception {
        mail("a.eml", "From: me@example.org\nTo: a@x.example, b@x.example, c@x.example, d@x.example, ME2@example.org");
        Program.Result result = check("en", "--outgoing", "--me", "me2@example.org", box);
        assertThat(result.status()).isZero();
        assertThat(result.out().lines().skip(1)).containsExactly("    ask empty-subject: the subject is empty");
    }

    @Test
    void aBrokenConfigurationIsToldAndEverythingElseIsJudged() throws Exception {
        Files.writeString(config.resolve("routes.csv"), "from,folder\nann@,Family\nann@example.org,Family\n");
        mail("a.eml", "From: ann@example.org\nSubject: Hello");
        Program.Result result = check("en", "--json", box);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(config.resolve("routes.csv") + ":2: “ann@” is not an address.");
        assertThat(result.lines().get(0).at("/actions/0/folder").asText()).isEqualTo("Family");
    }

    @Test
    void aPackThatDoesNotExistIsAUsageError() throws Exception {
        Program.Result result = check("en", "--json", "--pack", "sortings", box);
        assertThat(result.status()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("There is no pack “sortings”. The packs are: follow-up, netiquette, sorting, spam, user.");
    }

    @Test
    void whatTheSettingsSwitchOffIsSilentAndFindingsWeighWhatTheySay() throws Exception {
        Files.writeString(config.resolve("settings.yaml"), "rules:\n  A text ends with a closing formula: false\nseverity:\n  missing-greeting: block\n");
        Files.writeString(box.resolve("a.eml"), "From: me@example.org\nTo: ann@example.org\n\nOne line of text.\nAnother line of it.\n");
        Program.Result result = check("en", "--outgoing", box);
        assertThat(result.out().lines().skip(1)).containsExactly(
                "    stop missing-greeting: your text does not greet its reader", "    ask empty-subject: the subject is empty");
        assertThat(result.status()).isZero();
    }

    @Test
    void strictlyNothingIsLeftToCustom() throws Exception {
        mail("a.eml", "From: me@example.org\nTo: no-reply@shop.example\nSubject: Hello");
        assertThat(check("en", "--json", "--outgoing", box).lines().get(0).path("findings")).isEmpty();
        assertThat(check("en", "--json", "--outgoing", "--strict", box).lines().get(0).path("findings")).extracting(finding -> finding.path("code").asText())
                .containsExactly("missing-closing");
    }

    @Test
    void theOriginalOfAReplyIsLookedUpInTheThread() throws Exception {
        mail("thread/deep/original.eml", "From: ann@example.org\nTo: me@example.org, bob@example.org\nMessage-ID: <1@example.org>\nSubject: Hello");
        Path reply = mail("reply.eml", "From: me@example.org\nTo: ann@example.org\nIn-Reply-To: <1@example.org>\nSubject: Re: Hello");
        for (Path thread : List.of(box.resolve("thread"), box.resolve("thread/deep/original.eml"))) {
            JsonNode line = check("fr", "--json", "--outgoing", "--thread", thread, reply).lines().get(0);
            assertThat(line.at("/findings/0/code").asText()).isEqualTo("reply-not-to-all");
            assertThat(line.at("/findings/0/because").asText()).startsWith("votre réponse n'ira pas à bob@example.org");
        }
        assertThat(check("en", "--json", "--outgoing", reply).lines().get(0).path("findings")).isEmpty();
        Program.Result nowhere = check("en", "--json", "--outgoing", "--thread", box.resolve("nowhere"), reply);
        assertThat(nowhere.err()).isEqualTo("tripostal: " + box.resolve("nowhere") + ": there is no such file or folder\n");
        assertThat(nowhere.lines().get(0).path("findings")).isEmpty();
    }

    @Test
    void whereThereIsNothingToJudgeThatIsSaid() throws Exception {
        Files.writeString(box.resolve("note.txt"), "not mail");
        Program.Result result = check("en", box);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("tripostal: There is no message there: in a folder, files count whose names end in .eml.\n");
        assertThat(result.status()).isZero();
    }

    @Test
    void withoutAFileItIsAUsageError() throws Exception {
        assertThat(check("en", "--json").status()).isEqualTo(64);
    }
}
