package org.tripostal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * However a message is damaged, it is read: no exception, not over a second, not over 64 MB. Messages of a folder of one's own: {@code -Dtripostal.fuzz.mail=FOLDER};
 * how many: {@code -Dtripostal.fuzz.messages}; from which seed: {@code -Dtripostal.fuzz.seed}.
 */
class MailFuzzTest {

    /** What the program itself takes, and the messages that are damaged, which are all in memory; a single message has 64 MB more. */
    private static final String MEMORY = "-Xmx" + (64 + Integer.getInteger("tripostal.fuzz.corpus", 32)) + "m";

    @Test
    void damagedMessagesAreReadWithinTheirBounds() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), MEMORY, "-cp", System.getProperty("java.class.path")));
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("tripostal.fuzz."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.add(MailFuzz.class.getName());
        Process fuzz = new ProcessBuilder(command).redirectErrorStream(true).start();
        fuzz.getOutputStream().close();
        String said = new String(fuzz.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(fuzz.waitFor()).as(said).isZero();
        assertThat(said).contains("damaged ones");
    }
}
