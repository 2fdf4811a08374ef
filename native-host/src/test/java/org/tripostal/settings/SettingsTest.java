package org.tripostal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripostal.action.Severity;
import org.tripostal.mail.NetiquetteLimits;
import org.tripostal.mail.SortingFolders;

class SettingsTest {

    @TempDir
    Path folder;

    private ReadFolder files;

    @BeforeEach
    void inAFolder() {
        files = new ReadFolder(folder);
    }

    private NetiquetteLimits limits() {
        return files.load().settings().limits();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing yet\n", "---\n", "netiquette:\n", "\uFEFF# nothing\r\n"})
    void aFileThatSaysNothingLeavesTheDefaults(String text) throws IOException {
        files.settings(text);
        assertThat(files.load().settings()).isEqualTo(Settings.DEFAULT);
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void everySettingIsTaken() throws IOException {
        files.settings("""
                # Tripostal
                active: true          # act
                netiquette:
                  exposed-recipients: 8
                  large-attachment: 10 MB
                  shouting-subject-letters: 12
                  shouting-subject-words: 3
                  shouting-subject-share: 90 %
                  shouting-body-letters: 50
                  shouting-body-share: 0.6
                  allow-same-organisation: yes
                providers:
                  School.example: 2 MB
                """);
        assertThat(files.problems()).isEmpty();
        assertThat(files.load().settings()).isEqualTo(new Settings(true, new NetiquetteLimits(8, 10L << 20, Map.of("school.example", 2L << 20), 12, 3, 0.9, 50, 0.6, true, false), SortingFolders.DEFAULT, Choices.ALL, Set.of(), false, 90));
    }

    @Test
    void theUsersChoicesAreTaken() throws IOException {
        files.settings("""
                folders: {self: Moi, lists: Listes/Toutes/}
                packs: {spam: off, sorting: on}
                rules:
                  A message has a subject: false
                  "A subject does not shout": true
                severity:
                  empty-subject: Block
                spam:
                  authentication-servers: MX.example.org, mx2.example.org
                  learner: account
                journal:
                  days: 30
                """);
        assertThat(files.problems()).isEmpty();
        assertThat(files.load().settings()).isEqualTo(new Settings(
                false, NetiquetteLimits.DEFAULT, new SortingFolders("Moi", "Listes/Toutes"),
                new Choices(Set.of("spam"), Set.of("A message has a subject"), Map.of("empty-subject", Severity.BLOCK)), Set.of("mx.example.org", "mx2.example.org"), true, 30));
    }

    @Test
    void aNameThatDoesNotExistIsToldWithThoseThatDoAndTheOthersCount() throws IOException {
        files.settings("packs:\n  spams: false\n  netiquette: false\n");
        assertThat(files.load(Locale.FRENCH).problems()).extracting(Problem::shown).containsExactly(
                folder.resolve("settings.yaml") + ":2: Il n'y a pas de paquet de règles «\u00A0spams\u00A0». Les paquets sont\u00A0: follow-up, netiquette, sorting, spam.");
        assertThat(files.load().settings().choices().packsOff()).containsExactly("netiquette");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "True,true", "yes,true", "on,true", "'\"true\"',true", "false,false", "no,false", "OFF,false"})
    void yesAndNoAreUnderstood(String written, boolean active) throws IOException {
        files.settings("active: " + written + "\n");
        assertThat(files.problems()).isEmpty();
        assertThat(files.load().settings().active()).isEqualTo(active);
    }

    @ParameterizedTest
    @CsvSource({"5 MB,5242880", "5MB,5242880", "5 Mo,5242880", "5 mo,5242880", "'1,5 Mo',1572864", "1.5 MB,1572864", "500 kB,512000", "500 Ko,512000", "7000000,7000000", "7000 octets,7000", "1 GB,1073741824"})
    void aSizeIsUnderstoodAsPeopleWriteIt(String written, long bytes) throws IOException {
        files.settings("netiquette:\n  large-attachment: " + written + "\n");
        assertThat(files.problems()).isEmpty();
        assertThat(limits().attachmentBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "active: maybe                              | 2: “active” is neither true nor false: maybe.",
        "active:                                    | 2: “active” is neither true nor false: .",
        "active: [true]                             | 2: There is no setting “active”.",
        "colour: blue                               | 2: There is no setting “colour”.",
        "netiquette: {exposed-recipients: 1}        | 2: “netiquette.exposed-recipients” is not a number of people from 2 on: 1.",
        "netiquette: {exposed-recipients: five}     | 2: “netiquette.exposed-recipients” is not a number of people from 2 on: five.",
        "netiquette: {exposed-recipients: -5}       | 2: “netiquette.exposed-recipients” is not a number of people from 2 on: -5.",
        "netiquette: {large-attachment: 5 pounds}   | 2: “netiquette.large-attachment” is not a size: 5 pounds.",
        "netiquette: {large-attachment: 0}          | 2: “netiquette.large-attachment” is not a size: 0.",
        "netiquette: {shouting-body-share: 170 %}   | 2: “netiquette.shouting-body-share” is not a share: 170 %.",
        "netiquette: {shouting-body-letters: 1.5}   | 2: “netiquette.shouting-body-letters” is not a whole number from 1 on: 1.5.",
        "netiquette: {exposed: 5}                   | 2: There is no setting “netiquette.exposed”.",
        "packs: {spams: false}                      | 2: There is no pack “spams”.",
        "packs: {spam: never}                       | 2: “packs.spam” is neither true nor false: never.",
        "rules: {A message has no subject: false}   | 2: There is no rule “A message has no subject”.",
        "rules: {A message has a subject: 0}        | 2: “rules.A message has a subject” is neither true nor false: 0.",
        "severity: {no-subject: tip}                | 2: There is no finding “no-subject”.",
        "severity: {empty-subject: grave}           | 2: “severity.empty-subject” is none of tip, ask, block: grave.",
        "spam: {learner: everyone}                  | 2: “spam.learner” is not a choice of learner: everyone.",
        "spam: {authentication-servers: a b!}       | 2: “spam.authentication-servers” is not a list of servers: a b!.",
        "spam: {servers: a}                         | 2: There is no setting “spam.servers”.",
        "folders: {self: a//b}                      | 2: “a//b” cannot be a folder.",
        "folders: {lists: /}                        | 2: “/” cannot be a folder.",
        "folders: {other: a}                        | 2: There is no setting “folders.other”.",
        "netiquette: 5                              | 2: “netiquette” is a group of settings and has no value of its own.",
        "rules: []                                  | 2: “rules” is a group of settings and has no value of its own.",
    })
    void aValueThatCannotBeTakenIsNamedAndKeepsItsDefault(String line, String problem) throws IOException {
        files.settings("# first line\n" + line.strip() + "\n");
        assertThat(files.problems()).containsExactly(problem.strip());
        assertThat(files.load().settings()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void aLineThatBreaksTheSyntaxLeavesWhatIsBeforeAndAfterInForce() throws IOException {
        files.settings("active: true\n: : [broken\nnetiquette:\n  exposed-recipients: 7\n");
        assertThat(files.problems()).hasSize(1).first().asString().startsWith("2: The line cannot be understood: : : [broken");
        assertThat(files.load().settings().active()).isTrue();
        assertThat(limits().exposedRecipients()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tindented: with a tab", "exposed-recipients 7", "\"open: quote", "large: {a: 1", "- a list", "key: @at", "a: b: c"})
    void whateverTheBadLineTheLinesAroundItCount(String bad) throws IOException {
        files.settings("active: true\n" + bad + "\nnetiquette:\n  exposed-recipients: 7\n");
        assertThat(files.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem).startsWith("2: "));
        assertThat(files.load().settings().active()).isTrue();
        assertThat(limits().exposedRecipients()).isEqualTo(7);
    }

    @Test
    void ofTwoLinesForOneSettingTheLastCountsAndTheFirstIsToldAndProblemsComeByLine() throws IOException {
        files.settings("active: false\ncolour: red\nactive: true\nfolders:\n  self: a//b\n");
        assertThat(files.problems()).containsExactly(
                "1: “active” stands below once more, on line 3; this line does not count.", "2: There is no setting “colour”.", "5: “a//b” cannot be a folder.");
        assertThat(files.load().settings().active()).isTrue();
    }

    @Test
    void aListInsteadOfSettingsIsAProblem() throws IOException {
        files.settings("- active\n- true\n");
        assertThat(files.problems()).containsExactly("1: A setting has no name here.");
    }

    @Test
    @Timeout(10)
    void aliasesThatGrowWithoutEndAreAProblem() throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }
        files.settings(laughs + "spam:\n  authentication-servers: *a59\n");
        assertThat(files.problems()).isNotEmpty();
        files.settings("netiquette: &n\n  large-attachment: *n\n  deeper: *n\nactive: true\n");
        assertThat(files.problems()).isNotEmpty();
    }

    @Test
    void problemsAreToldInFrench() throws IOException {
        files.settings("active: peut-être\n");
        Problem problem = files.load(Locale.FRANCE).problems().get(0);
        assertThat(problem.message()).isEqualTo("« active » n'est ni true ni false : peut-être.");
        assertThat(problem.remedy()).isEqualTo("Écrivez true (oui) ou false (non).");
    }
}
