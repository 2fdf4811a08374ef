package org.tripostal.endtoend;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tripostal.driver.Account;
import org.tripostal.driver.Await;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Stage;

/**
 * Many letters that come one after the other, and where each must end: once, and nowhere else. What came of it is added to {@code target/reliability.md}.
 * How many: {@code -Dtripostal.faults.messages}.
 */
final class Flood {

    static final int MESSAGES = Integer.getInteger("tripostal.faults.messages", 24);

    static final String ROUTES = "from,folder\nann@example.org,Family\n@club.example,Club/News\n";

    private static final List<String> SENDERS = List.of("Ann <ann@example.org>", "Bob <bob@club.example>", "Ann <ann@example.org>", "Eve <eve@elsewhere.example>");
    private static final List<String> FOLDERS = List.of("Family", "Club/News", "Family", "INBOX");

    private final Stage stage;
    private final Account account;
    private final Map<String, String> expected = new TreeMap<>();
    private final Map<String, String> allowed = new TreeMap<>();
    private final List<Letter> letters = new ArrayList<>();
    private final long started = System.nanoTime();
    private int delivered;

    Flood(Stage stage, Account account) {
        this(stage, account, MESSAGES);
    }

    Flood(Stage stage, Account account, int messages) {
        this.stage = stage;
        this.account = account;
        for (int i = 0; i < messages; i++) {
            Letter letter = Letter.from(SENDERS.get(i % SENDERS.size())).with("Subject", "Number " + i);
            letters.add(letter);
            expected.put(letter.id(), FOLDERS.get(i % FOLDERS.size()));
        }
    }

    /** Lets the next part of the letters come; {@code of} parts are all of them. */
    void deliverPart(int of) throws MessagingException {
        int upTo = Math.min(letters.size(), delivered + (letters.size() + of - 1) / of);
        for (; delivered < upTo; delivered++) {
            stage.server().deliver(letters.get(delivered).bytes(account.email()), account);
        }
    }

    void deliverAll() throws MessagingException {
        deliverPart(1);
    }

    /** What should lie in {@code folder} may as well lie in {@code other}: both are right after what was done to the folder. */
    void allow(String folder, String other) {
        allowed.put(folder, other);
    }

    /** How many have left the inbox. */
    long sorted() throws MessagingException {
        Map<String, String> where = stage.server().mailbox(account).whereabouts();
        return expected.keySet().stream().filter(id -> where.containsKey(id) && !where.get(id).equals("INBOX")).count();
    }

    /** Waits until every letter is where it must be, and once; and writes down what came of the fault. */
    void assertAllInPlace(String fault, int times) throws MessagingException, IOException {
        Duration patience = Duration.ofSeconds(60 + letters.size() / 2);
        try {
            stage.awaitWhileLooking("all letters in place after: " + fault, patience, () -> misplaced(), Map::isEmpty);
        } finally {
            report(fault, times);
        }
    }

    private Map<String, String> misplaced() throws MessagingException {
        return misplaced(stage.server().mailbox(account).whereabouts());
    }

    private Map<String, String> misplaced(Map<String, String> where) {
        return expected.entrySet().stream()
                .filter(entry -> !isRight(entry.getValue(), where.getOrDefault(entry.getKey(), "")))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> "is in " + where.get(entry.getKey()) + ", not in " + entry.getValue(), (a, b) -> a, TreeMap::new));
    }

    private boolean isRight(String folder, String where) {
        return where.equals(folder) || where.equals(allowed.get(folder));
    }

    private void report(String fault, int times) throws MessagingException, IOException {
        Map<String, String> where = stage.server().mailbox(account).whereabouts();
        long lost = expected.keySet().stream().filter(id -> !where.containsKey(id)).count();
        long doubled = expected.keySet().stream().filter(id -> where.getOrDefault(id, "").contains(" + ")).count();
        long elsewhere = misplaced(where).size() - lost - doubled;
        write("| %s | %d, with %d messages | %d | %d | %d | %d s |%n".formatted(fault, times, letters.size(), lost, doubled, elsewhere, (System.nanoTime() - started) / 1_000_000_000));
    }

    /** Adds a line to what was seen. */
    static void write(String line) throws IOException {
        Files.writeString(Path.of("target", "reliability.md"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
