package org.tripostal.engine.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.engine.RuleError;

/** The second program, which compiles. */
class CompilerProcessTest {

    private static final String GOOD = "import org.tripostal.mail.IncomingMessage\nimport org.tripostal.action.Flag\nrule \"Good\" when IncomingMessage() then insert(new Flag()); end\n";

    @TempDir
    Path folder;

    private RuleFile file(String name, String text) {
        return RuleFile.of(name, folder.resolve(name), text, "", "test");
    }

    private RuleCache cache() throws IOException {
        return new RuleCache(Files.createDirectories(folder.resolve("cache")));
    }

    @Test
    void aSecondProcessCompilesFilesIntoTheCache() throws IOException {
        RuleFile good = file("good.drl", GOOD);
        RuleFile bad = file("bad.drl", GOOD.replace("Flag()", "Flagg()"));
        assertThat(CompilerProcess.ofProgram().compile(List.of(good, bad), cache())).isEmpty();
        assertThat(cache().compiled(good.key()).orElseThrow().rules()).extracting(rule -> rule.rule()).containsExactly("Good");
        assertThat(cache().errors(bad.key()).orElseThrow()).extracting(RuleError::key).containsExactly("unknownType.nearest");
    }

    @Test
    void aCompilerThatComesToNoEndCostsTheFileAndIsNotKeptInTheCache() throws IOException {
        RuleFile good = file("good.drl", GOOD);
        CompilerProcess hanging = new CompilerProcess(List.of("/bin/sh", "-c", "exec sleep 60"), Duration.ofMillis(200));
        assertThat(hanging.compile(List.of(good), cache()).get(good.key()).key()).isEqualTo("compilerEnded");
        assertThat(cache().errors(good.key())).isEmpty();
    }

    @Test
    void aCompilerThatIsKilledOverOneFileGoesOnWithTheOthers() throws IOException {
        RuleFile first = file("first.drl", GOOD);
        RuleFile second = file("second.drl", GOOD);
        // Dies over the file of the first line that it reads, the first time; the second time it says that it has done the rest.
        String script = "line=$(head -n 1); case \"$line\" in *first.drl*) exit 9 ;; *) echo " + second.key() + " ;; esac";
        CompilerProcess dying = new CompilerProcess(List.of("/bin/sh", "-c", script), Duration.ofSeconds(20));
        assertThat(dying.compile(List.of(first, second), cache())).containsOnlyKeys(first.key());
    }

    @Test
    void whatCannotBeKeptSaysWhyAndIsNoFaultOfTheFile() throws IOException {
        RuleFile good = file("good.drl", GOOD);
        RuleFile other = file("other.drl", GOOD.replace("Good", "Other"));
        RuleCache cache = cache();
        Files.createDirectories(cache.folder().resolve(good.key() + ".jar/in-the-way"));
        Map<String, RuleError> failures = CompilerProcess.ofProgram().compile(List.of(good, other), cache);
        assertThat(failures).containsOnlyKeys(good.key());
        assertThat(failures.get(good.key()).key()).isEqualTo("notKept");
        assertThat(cache.compiled(other.key())).isPresent();
    }

    @Test
    void aCompilerThatIsNotThereIsAnErrorThatSaysSo() {
        CompilerProcess missing = new CompilerProcess(List.of(folder.resolve("nowhere").toString()), Duration.ofSeconds(1));
        assertThatThrownBy(() -> missing.compile(List.of(file("a.drl", GOOD)), cache())).isInstanceOf(IOException.class).hasMessageContaining("nowhere");
    }
}
