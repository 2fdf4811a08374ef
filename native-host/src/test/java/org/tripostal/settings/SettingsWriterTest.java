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
