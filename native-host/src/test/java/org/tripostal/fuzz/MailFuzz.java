package org.tripostal.fuzz;

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
import org.tripostal.engine.RuleSet;
import org.tripostal.reader.Originals;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;

/** Reads damaged messages, in a process of its own with little memory; ends with 1 and words where one is not read as it should be. */
final class MailFuzz {

    private static final Path FOLDER = Path.of(System.getProperty("tripostal.fuzz.mail", "../rules/cases"));
    private static final int MESSAGES = Integer.getInteger("tripostal.fuzz.messages", 3_000);
    private static final long SEED = Long.getLong("tripostal.fuzz.seed", 20261124);
    /** Of the processor's time: how long it takes by the clock is the other programs' doing as well. */
    private static final long LONGEST_NANOS = 1_000_000_000;

    /** The first time something is done Java has to load and compile it; what is slow in itself is slow every time. */
    private static final int TRIES = 2;

    private final Rfc822Reader reader = new Rfc822Reader(RuleSet.builtIn(RuleSet.builtInPacks()), Locale.ENGLISH);
    private final Recipient me = new Recipient(Set.of("me@example.org"), Set.of("Me"), Set.of("mx.example.org"));

    /** Runs; the system properties are those of {@link MailFuzzTest}. */
    public static void main(String[] args) throws IOException {
        List<byte[]> sound = messages();
        if (sound.isEmpty()) {
            throw new IllegalStateException("no messages in " + FOLDER);
        }
        MailFuzz fuzz = new MailFuzz();
        sound.forEach(fuzz::readWithinBounds);
        MailMutations mutations = new MailMutations(SEED, sound);
        for (int i = 0; i < MESSAGES; i++) {
            fuzz.readWithinBounds(mutations.next());
        }
        System.out.println("read: " + sound.size() + " messages and " + MESSAGES + " damaged ones");
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
        long started = spent();
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
        long took = spent() - started;
        return took > 2 * LONGEST_NANOS ? "reading it twice took " + took / 1_000_000 + " ms" : "";
    }

    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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
