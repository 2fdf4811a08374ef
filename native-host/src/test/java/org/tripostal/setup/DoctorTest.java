package org.tripostal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripostal.Main;
import org.tripostal.engine.user.CompilerProcess;
import org.tripostal.engine.user.RuleWorkshop;
import org.tripostal.engine.user.SetAside;
import org.tripostal.engine.user.UserRules;
import org.tripostal.journal.Journal;
import org.tripostal.settings.Folders;
import org.tripostal.spam.Learner;

/** Each thing that can be wrong is named with its fix, and nothing private with it. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class DoctorTest {

    @TempDir
    Path parent;

    private Path home;
    private Path program;
    private Path manifest;
    private Folders folders;

    @BeforeEach
    void aHomeWhereAllIsWell() throws IOException {
        home = Files.createDirectory(parent.resolve("zoe"));
        folders = new Folders(home.resolve(".config/tripostal"), home.resolve(".local/share/tripostal"));
        Files.createDirectories(folders.config());
        Files.createDirectories(folders.data());
        for (Path folder : List.of(folders.config(), folders.data())) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        program = Files.createDirectories(home.resolve("tripostal/bin")).resolve("tripostal-host");
        write("exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s host".formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Main.class.getName()));
        manifest = Registration.manifests("Linux", home).get(0);
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, Registration.manifest(program));
    }

    private void write(String script) throws IOException {
        Files.writeString(program, "#!/bin/sh\nexport TRIPOSTAL_CONFIG_DIR='%s' TRIPOSTAL_DATA_DIR='%s'\n%s\n".formatted(folders.config(), folders.data(), script));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What is not well, as {@code error program: … | remedy}. */
    private List<String> wrong() {
        List<Diagnosis> diagnoses = new Doctor(folders, home, "Linux", Locale.ENGLISH).examine(program);
        assertThat(diagnoses).allSatisfy(diagnosis -> {
            assertThat(diagnosis.says() + diagnosis.remedy()).doesNotContain(parent.toString()).doesNotContain("zoe").doesNotContain("{");
            assertThat(diagnosis.remedy().isEmpty()).isEqualTo(diagnosis.state() == Diagnosis.State.ok);
        });
        return diagnoses.stream()
                .filter(diagnosis -> diagnosis.state() != Diagnosis.State.ok)
                .map(diagnosis -> diagnosis.state() + " " + diagnosis.subject() + ": " + diagnosis.says() + " | " + diagnosis.remedy())
                .toList();
    }

    @Test
    void whereAllIsWellNothingIsWrongAndTheProgramReallyAnswers() throws Exception {
        Files.writeString(folders.routes(), "from,folder\nann@secret.example,Secret\n");
        Journal.open(folders.journal()).close();
        List<Diagnosis> diagnoses = new Doctor(folders, home, "Linux", Locale.ENGLISH).examine(program);
        assertThat(diagnoses).allSatisfy(diagnosis -> assertThat(diagnosis.state()).as(diagnosis.toString()).isEqualTo(Diagnosis.State.ok));
        assertThat(diagnoses).extracting(Diagnosis::subject)
                .containsExactly("versions", "program", "manifest", "rules", "settings", "folder", "folder", "folder", "journal");
        assertThat(diagnoses.get(1).says()).matches("The program ~/tripostal/bin/tripostal-host starts and answers \\([\\d,]+ ms\\)\\.");
        assertThat(diagnoses.get(4).says()).contains("sorting is off").contains("routes: 1");
        assertThat(diagnoses.toString()).doesNotContain("secret");
    }

    @Test
    void itSpeaksFrench() {
        assertThat(new Doctor(folders, home, "Linux", Locale.FRENCH).examine(program)).extracting(Diagnosis::says).anyMatch(says -> says.contains("règles"));
    }

    @Test
    void aMissingProgram() throws IOException {
        Files.delete(program);
        assertThat(wrong()).containsExactly("error program: The program ~/tripostal/bin/tripostal-host is missing. | Install Tripostal again, as a whole.");
    }

    @Test
    void aProgramThatMayNotBeRun() throws IOException {
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(wrong()).containsExactly(
                "error program: The program ~/tripostal/bin/tripostal-host may not be run. | Run: chmod +x ~/tripostal/bin/tripostal-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 3", "echo 'java: not found in '$0", "printf '\\002\\000\\000\\000[]'", "exec ./nowhere"})
    void aProgramThatDoesNotAnswer(String script) throws IOException {
        write(script);
        assertThat(wrong()).hasSize(1).first().asString().startsWith("error program: The program ~/tripostal/bin/tripostal-host does not answer: ");
    }

    @Test
    void aProgramThatIsNone() throws IOException {
        Files.writeString(program, "\u0000\u0001 no program");
        assertThat(wrong()).hasSize(1).first().asString().startsWith("error program: The program ~/tripostal/bin/tripostal-host does not answer: ");
    }

    @Test
    void aMissingManifest() throws IOException {
        Files.delete(manifest);
        assertThat(wrong()).containsExactly(
                "error manifest: Thunderbird cannot find the program: there is no ~/.mozilla/native-messaging-hosts/org.tripostal.host.json | Run: tripostal register");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "[]", "{}", "{\"name\":\"org.tripostal.host\",\"type\":\"stdio\",\"path\":\"/x\",\"allowed_extensions\":[\"other@example.org\"]}"})
    void aManifestThatIsNotWhatThunderbirdNeeds(String text) throws IOException {
        Files.writeString(manifest, text);
        assertThat(wrong()).containsExactly(
                "error manifest: ~/.mozilla/native-messaging-hosts/org.tripostal.host.json is not what Thunderbird needs. | Run: tripostal register");
    }

    @Test
    void aManifestThatPointsElsewhere() throws IOException {
        Files.writeString(manifest, Registration.manifest(home.resolve("old/bin/tripostal-host")));
        assertThat(wrong()).hasSize(1).first().asString().startsWith("error manifest: ").contains("points to another program: ~/old/bin/tripostal-host");
    }

    @Test
    void settingsThatCannotBeTakenAreNamedByLineOnly() throws IOException {
        Files.writeString(folders.settings(), "active: true\nsecret: word\n");
        Files.writeString(folders.routes(), "from,folder\nann@,Secret\n");
        assertThat(wrong()).hasSize(2)
                .anySatisfy(said -> assertThat(said).startsWith("warning settings: ~/.config/tripostal/settings.yaml, line 2"))
                .anySatisfy(said -> assertThat(said).startsWith("warning settings: ~/.config/tripostal/routes.csv, line 2"))
                .allSatisfy(said -> assertThat(said).doesNotContain("ann@").doesNotContainIgnoringCase("secret"));
    }

    @Test
    void foldersThatOthersCanRead() throws IOException {
        Files.setPosixFilePermissions(folders.data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(wrong()).containsExactly("warning folder: ~/.local/share/tripostal is open to others. | Run: chmod go= ~/.local/share/tripostal");
    }

    @Test
    void compiledRulesThatOthersCouldReplace() throws IOException {
        Files.createDirectories(folders.cache());
        Files.setPosixFilePermissions(folders.cache(), PosixFilePermissions.fromString("rwx-w--w-"));
        assertThat(wrong()).containsExactly("warning folder: ~/.local/share/tripostal/cache is open to others. | Run: chmod go= ~/.local/share/tripostal/cache");
    }

    @Test
    void rulesOfTheUsersThatCannotBeTakenAreNamedByLineOnly() throws IOException {
        Files.createDirectories(folders.rules());
        Files.writeString(folders.rules().resolve("good.drl"), """
                import org.tripostal.mail.*
                import org.tripostal.action.*
                rule "Mine"
                when
                  IncomingMessage(subject contains "mine")
                then
                  insert(new Flag());
                end
                """);
        Files.writeString(folders.rules().resolve("bad.drl"), """
                import org.tripostal.mail.*
                rule "Secret"
                when
                  IncomingMessage(sender == "ann@secret.example")
                then
                end
                """);
        Files.setPosixFilePermissions(folders.rules(), PosixFilePermissions.fromString("rwx------"));
        assertThat(wrong()).containsExactly("warning rules: ~/.config/tripostal/rules/bad.drl, line 4: not a rule that can be taken. | Run: tripostal rules lint");
        assertThat(new Doctor(folders, home, "Linux", Locale.ENGLISH).examine(program)).extracting(Diagnosis::says)
                .contains("Rules of your own: 1; files: 1.");
    }

    @Test
    void aRuleThatFailedIsNamed() throws IOException {
        Files.createDirectories(folders.rules());
        Path file = Files.writeString(folders.rules().resolve("mine.drl"), """
                import org.tripostal.mail.*
                rule "Mine"
                when
                  IncomingMessage()
                then
                end
                """);
        UserRules rules = new RuleWorkshop(folders.rules(), folders.compiledRules(), CompilerProcess.ofProgram()).upToDate();
        SetAside.read(folders.rulesSetAside()).add(new SetAside.Failed(rules.inForce().get(0).key(), "mine.drl", "Mine", 2, "threw", "of ann@secret.example"));
        assertThat(wrong()).singleElement().asString()
                .startsWith("warning rules: ~/.config/tripostal/rules/mine.drl, line 2: a rule that failed is set aside until its file changes.")
                .doesNotContain("secret");
        Files.delete(file);
        assertThat(wrong()).isEmpty();
    }

    @Test
    void aFileInPlaceOfAFolder() throws IOException {
        Files.delete(folders.config());
        Files.writeString(folders.config(), "");
        assertThat(wrong()).anySatisfy(said -> assertThat(said).startsWith("error folder: ~/.config/tripostal cannot be read and written."));
    }

    @Test
    void aDamagedJournal() throws IOException {
        Files.writeString(folders.journal(), "no journal ".repeat(100));
        assertThat(wrong()).hasSize(1).first().asString().startsWith("warning journal: The journal was damaged and has been set aside as ~/.local/share/tripostal/journal.db.damaged-");
        assertThat(wrong()).isEmpty();
    }

    @Test
    void aJournalThatCannotBeUsed() throws IOException {
        Files.createDirectory(folders.journal());
        assertThat(wrong()).hasSize(1).first().asString().startsWith("error journal: The journal ~/.local/share/tripostal/journal.db cannot be used.");
    }

    @Test
    void whatWasLearnedIsCountedAndWhereItIsDamagedThatIsSaid() throws Exception {
        try (Learner learner = Learner.open(folders.data(), Learner.SHARED)) {
            learner.learnPrepared(List.of(Learner.prepare("one@letters.example", true, List.of())));
        }
        assertThat(new Doctor(folders, home, "Linux", Locale.ENGLISH).examine(program)).extracting(Diagnosis::says)
                .contains("Learned from your marks: 1 of junk, 0 of wanted mail.")
                .anySatisfy(says -> assertThat(says).contains("until it knows 5 messages of each kind", "tripostal learn --ham"));
        Path kept;
        try (Stream<Path> files = Files.list(folders.data().resolve("learner"))) {
            kept = files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
        }
        try (Stream<Path> files = Files.list(kept.getParent())) {
            for (Path file : files.filter(file -> !file.equals(kept)).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(kept, "no database ".repeat(100));
        assertThat(wrong()).singleElement().asString().startsWith("warning learned: What was learned was damaged");
    }
}
