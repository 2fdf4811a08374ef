package org.tripostal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tripostal.engine.RuleSet;
import org.tripostal.reader.Originals;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;

/**
 * However a message is damaged, it is read: no exception, not over a second, not over 64 MB. Messages of a folder of one's own: {@code -Dtripostal.fuzz.mail=FOLDER};
 * how many: {@code -Dtripostal.fuzz.messages}; from which seed: {@code -Dtripostal.fuzz.seed}.
 */
class MailFuzzTest {

    private static final Path FOLDER = Path.of(System.getProperty("tripostal.fuzz.mail", "../rules/cases"));
    private static final int MESSAGES = Integer.getInteger("tripostal.fuzz.messages", 3_000);
    private static final long SEED = Long.getLong("tripostal.fuzz.seed", 20261124);
    private static final long LONGEST_NANOS = 1_000_000_000;
    private static final long LARGEST_BYTES = 64L * 1024 * 1024;

    /** A busy computer may spoil a measurement; what is slow in itself is slow every time. */
    private static final int TRIES = 4;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Rfc822Reader reader = new Rfc822Reader(RuleSet.builtIn(RuleSet.builtInPacks()), Locale.ENGLISH);
    private final Recipient me = new Recipient(Set.of("me@example.org"), Set.of("Me"), Set.of("mx.example.org"));

    @Test
    void damagedMessagesAreReadWithinTheirBounds() throws IOException {
        List<byte[]> sound = messages();
        assertThat(sound).as("messages in " + FOLDER).isNotEmpty();
        sound.forEach(this::readWithinBounds);
        MailMutations mutations = new MailMutations(SEED, sound);
        for (int i = 0; i < MESSAGES; i++) {
            readWithinBounds(mutations.next());
        }
    }

    private void readWithinBounds(byte[] message) {
        String worst = "";
        for (int i = 0; i < TRIES; i++) {
            worst = read(message);
            if (worst.isEmpty()) {
                return;
            }
        }
        throw new AssertionError(worst + "; the message is in " + kept(message));
    }

    /** What was wrong; empty where nothing was. */
    private String read(byte[] message) {
        long bytes = thread.getCurrentThreadAllocatedBytes();
        long started = System.nanoTime();
        try {
            ReadMessage incoming = reader.incoming(message, me);
            ReadMessage outgoing = reader.outgoing(message, me.addresses(), Originals.NONE);
            if (incoming.facts().isEmpty() || !incoming.from().equals(outgoing.from()) || !incoming.subject().equals(outgoing.subject())) {
                return "read in one way, it is another message than read in the other";
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            e.printStackTrace();
            return "the reader threw " + e;
        }
        long took = System.nanoTime() - started;
        long used = thread.getCurrentThreadAllocatedBytes() - bytes;
        if (took > 2 * LONGEST_NANOS) {
            return "reading it twice took " + took / 1_000_000 + " ms";
        }
        return used > 2 * LARGEST_BYTES ? "reading it twice asked for " + used + " bytes of memory" : "";
    }

    private static Path kept(byte[] message) {
        try {
            return Files.write(Files.createDirectories(Path.of("target", "fuzz")).resolve("found-" + Integer.toHexString(java.util.Arrays.hashCode(message)) + ".eml"), message)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> messages() throws IOException {
        List<byte[]> messages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".eml")).sorted().toList()) {
                messages.add(Files.readAllBytes(file));
            }
        }
        return messages;
    }
}
