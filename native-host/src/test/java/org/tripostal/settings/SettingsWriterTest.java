package org.tripostal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;

class SettingsWriterTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void inAFolder() {
        file = folder.resolve("settings.yaml");
    }

    static Stream<Arguments> filesBeforeAndAfter() {
        return Stream.of(
                Arguments.of("active: false\n", "active: true\n"),
                Arguments.of("active:\n", "active: true\n"),
                Arguments.of("active:\r\n", "active: true\r\n"),
                Arguments.of("active : no", "active : true"),
                Arguments.of("\"active\": false\n", "\"active\": true\n"),
                Arguments.of("# my settings\nactive: false   # for now\n\nnetiquette:\n  exposed-recipients: 8  # us\n",
                        "# my settings\nactive: true   # for now\n\nnetiquette:\n  exposed-recipients: 8  # us\n"),
                Arguments.of("# one\r\nactive: false\r\n# two\r\n", "# one\r\nactive: true\r\n# two\r\n"),
                Arguments.of("netiquette:\n  active: false\n", "active: true\nnetiquette:\n  active: false\n"),
                Arguments.of("# active: false\nnetiquette:\n", "active: true\n# active: false\nnetiquette:\n"),
                Arguments.of("inactive: 1\r\n", "active: true\r\ninactive: 1\r\n"),
                Arguments.of("# about\n---\nnetiquette:\n", "# about\n---\nactive: true\nnetiquette:\n"),
                Arguments.of("active: false\nactive: false\n", "active: true\nactive: true\n"),
                Arguments.of("", "active: true\n"));
    }

    @ParameterizedTest
    @MethodSource("filesBeforeAndAfter")
    void onlyTheSettingChanges(String before, String after) throws IOException {
        Files.writeString(file, before);
        SettingsWriter.setActive(file, true);
        assertThat(Files.readString(file)).isEqualTo(after);
        assertThat(new ReadFolder(folder).load().settings().active()).isTrue();
    }

    static Stream<Arguments> settingsByName() {
        return Stream.of(
                Arguments.of("", "netiquette.exposed-recipients", "8", "netiquette:\n  exposed-recipients: 8\n"),
                Arguments.of("active: true\n", "folders.self", "Moi", "active: true\nfolders:\n  self: Moi\n"),
                Arguments.of("active: true", "folders.self", "Moi", "active: true\nfolders:\n  self: Moi\n"),
                Arguments.of("folders:\n    lists: L # mine\nactive: true\n", "folders.self", "Moi", "folders:\n    self: Moi\n    lists: L # mine\nactive: true\n"),
                Arguments.of("folders:\nactive: true\n", "folders.self", "Moi", "folders:\n  self: Moi\nactive: true\n"),
                Arguments.of("folders: # none yet\r\nactive: true\r\n", "folders.self", "Moi", "folders: # none yet\r\n  self: Moi\r\nactive: true\r\n"),
                Arguments.of("folders:\n  self: Me   # old\n  lists: L\n", "folders.self", "Moi", "folders:\n  self: Moi   # old\n  lists: L\n"),
                Arguments.of("folders:\n  self: 'Me: old'\n", "folders.self", "Moi", "folders:\n  self: Moi\n"),
                Arguments.of("folders: {self: Me, lists: L}\n", "folders.self", "Moi", "folders: {self: Moi, lists: L}\n"),
                Arguments.of("folders:\n  self: 🎂 # 🎂\n", "folders.self", "Été", "folders:\n  self: Été # 🎂\n"),
                Arguments.of("folders:\n  self: A\nfolders:\n  self: B\n", "folders.self", "Moi", "folders:\n  self: Moi\nfolders:\n  self: Moi\n"),
                Arguments.of("self: x\n", "folders.self", "Moi", "self: x\nfolders:\n  self: Moi\n"),
                Arguments.of("folders:\n  self: A\n", "folders.self", "Lists: x", "folders:\n  self: 'Lists: x'\n"),
                Arguments.of("folders:\n  self: A\n", "folders.self", "# x", "folders:\n  self: '# x'\n"),
                Arguments.of("folders: {self: A}\n", "folders.self", "a, b", "folders: {self: 'a, b'}\n"),
                Arguments.of("folders:\n  self: A\n", "folders.self", "l'été \"x\"", "folders:\n  self: l'été \"x\"\n"),
                Arguments.of("", "rules.A rule: with #1, and 'quotes'", "false", "rules:\n  'A rule: with #1, and ''quotes''': false\n"),
                Arguments.of("rules:\n  'A: b': true\n", "rules.A: b", "false", "rules:\n  'A: b': false\n"));
    }

    @ParameterizedTest
    @MethodSource("settingsByName")
    void aSettingOfASectionChangesAndNothingElse(String before, String name, String value, String after) throws IOException {
        Files.writeString(file, before);
        SettingsWriter.set(file, name, value);
        assertThat(Files.readString(file)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Plain", "Lists: x", "# x", "x # y", "x #y", "- x", "[x]", "{x}", "x, y", "'x'", "\"x\"", "l'été", "@x", "%x", "&x", "*x", "!x", "|", ">", "?", "? x", ":", "x:", "~", "null", "true",
        "0x1", "1.5", "Été/🎂", "a\\b", "a''b", "`x", "---", "...", "-", "=", "<<",
    })
    void aFolderReadsBackWhateverItIsCalled(String name) throws IOException {
        for (String before : new String[] {"", "folders: {self: A, lists: B} # mine\n", "folders:\n  self: \"A\"\n  lists: B\n"}) {
            Files.writeString(file, before);
            SettingsWriter.set(file, "folders.self", name);
            SettingsWriter.set(file, "folders.self", name);
            assertThat(new ReadFolder(folder).problems()).isEmpty();
            assertThat(new ReadFolder(folder).load().settings().folders().self()).isEqualTo(name);
        }
    }

    @Test
    void everyRuleCanBeSwitchedOffByItsNameAndOnAgain() throws IOException {
        for (RuleInfo rule : RuleSet.builtIn(RuleSet.builtInPacks()).rules()) {
            SettingsWriter.set(file, "rules." + rule.rule(), "false");
            assertThat(new ReadFolder(folder).load().settings().choices().runs(rule.pack(), rule.rule())).as(rule.rule()).isFalse();
            SettingsWriter.set(file, "rules." + rule.rule(), "true");
        }
        assertThat(new ReadFolder(folder).load().settings()).isEqualTo(Settings.DEFAULT);
        assertThat(new ReadFolder(folder).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"folders: {lists: L}\n", "folders:\n  self: |\n    two\n    lines\n"})
    void whereASettingCannotBeWrittenTheFileStaysAsItIsAndTheLineIsNamed(String text) throws IOException {
        Files.writeString(file, text);
        assertThatIOException().isThrownBy(() -> SettingsWriter.set(file, "folders.self", "Moi")).withMessageMatching(".*line \\d.*");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void aByteOrderMarkStays() throws IOException {
        Files.writeString(file, "\uFEFFactive: false\n");
        SettingsWriter.setActive(file, true);
        assertThat(Files.readString(file)).isEqualTo("\uFEFFactive: true\n");
    }

    @Test
    void theFileIsMadeWhereThereIsNoneAndIsPrivate() throws IOException {
        Path deep = folder.resolve("not/there/yet/settings.yaml");
        SettingsWriter.setActive(deep, true);
        assertThat(Files.readString(deep)).isEqualTo("active: true\n");
        if (deep.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep))).isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.getParent()))).isEqualTo("rwx------");
        }
        assertThat(deep.getParent()).isDirectoryContaining(path -> path.endsWith("settings.yaml"));
        try (Stream<Path> left = Files.list(deep.getParent())) {
            assertThat(left).containsExactly(deep);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSymbolicLinkStaysOne() throws IOException {
        Path real = Files.writeString(folder.resolve("dotfiles.yaml"), "active: false # here\n");
        Files.createSymbolicLink(file, real);
        SettingsWriter.setActive(file, true);
        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(real)).isEqualTo("active: true # here\n");
    }

    @Test
    void aFileThatIsNotUtf8StaysAsItIs() throws IOException {
        byte[] latin = "active: false # été\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin);
        assertThatIOException().isThrownBy(() -> SettingsWriter.setActive(file, true)).withMessageContaining("UTF-8");
        assertThat(Files.readAllBytes(file)).isEqualTo(latin);
    }

    @Test
    void aFolderInItsPlaceIsAnError() throws IOException {
        Files.createDirectory(file);
        assertThatIOException().isThrownBy(() -> SettingsWriter.setActive(file, true));
    }
}
