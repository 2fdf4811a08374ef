package org.tripostal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tripostal writes is for the user's eyes only, and there whole or not at all. */
class PrivateFileTest {

    @TempDir
    Path folder;

    @Test
    void itIsForItsOwnerOnlyAndSoIsItsFolder() throws IOException {
        Path file = folder.resolve("new/deeper/file");
        PrivateFile.write(file, bytes("x"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
    }

    @Test
    void aFileThatOthersCouldReadIsPrivateOnceItIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFile.write(file, bytes("new"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void whereItCannotBeWrittenTheOldOneStaysAndNothingIsLeftBeside() throws IOException {
        Path file = Files.createDirectories(folder.resolve("file/with-something-in-it")).getParent();
        assertThatThrownBy(() -> PrivateFile.write(file, bytes("new"))).isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).isEqualTo(List.of(file));
        }
    }

    @Test
    void whoReadsMeanwhileFindsOneOrTheOtherAndNeverHalfOfIt() throws Exception {
        Path file = folder.resolve("file");
        List<String> texts = List.of("a".repeat(200_000), "b".repeat(300_000));
        PrivateFile.write(file, bytes(texts.get(0)));
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 50; i++) {
                try {
                    PrivateFile.write(file, bytes(texts.get(i % 2)));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        });
        while (!writing.isDone()) {
            assertThat(texts.contains(Files.readString(file))).isTrue();
        }
        writing.join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
