package org.tripostal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.journal.Journal;
import org.tripostal.journal.SentMail;
import org.tripostal.mail.Body;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Mailbox;
import org.tripostal.spam.Learner;

/** Two programs, as two profiles of Thunderbird start them, open the same files at the same moment: what both write there is there. */
class OpenedAtOnceTest {

    private static final int ROUNDS = 20;

    @TempDir
    private Path folder;

    private final List<Program> programs = new ArrayList<>();

    @AfterEach
    void end() throws IOException {
        for (Program program : programs) {
            program.process.destroyForcibly();
        }
    }

    @Test
    void theyMakeThem() throws Exception {
        both(round -> { });
    }

    @Test
    void theyFindThemDamaged() throws Exception {
        both(data -> {
            Files.createDirectories(data.resolve("learner"));
            Files.writeString(data.resolve("learner/shared.db"), "no database");
            Files.writeString(data.resolve("journal.db"), "no database");
        });
    }

    private interface Preparation {
        void prepare(Path data) throws IOException;
    }

    private void both(Preparation preparation) throws Exception {
        programs.add(new Program());
        programs.add(new Program());
        for (int round = 0; round < ROUNDS; round++) {
            Path data = Files.createDirectory(folder.resolve("round-" + round));
            preparation.prepare(data);
            boolean damaged = Files.exists(data.resolve("journal.db"));
            for (Program program : programs) {
                program.orders.println(data);
            }
            for (Program program : programs) {
                assertThat(program.answers.readLine()).as("round " + round).isEqualTo("done");
            }
            List<String> learned = new ArrayList<>();
            try (Learner learner = Learner.open(data, Learner.SHARED)) {
                learner.export((key, spam, features) -> learned.add(key));
            }
            assertThat(learned).as("learned in round " + round).containsExactlyInAnyOrderElementsOf(programs.stream().map(Program::name).toList());
            for (Program program : programs) {
                try (Journal journal = Journal.open(data.resolve("journal.db"))) {
                    assertThat(journal.sentMail().sent(program.name())).as("noted by " + program.name() + " in round " + round).isPresent();
                }
            }
            try (Stream<Path> files = Files.walk(data)) {
                assertThat(files.filter(file -> file.getFileName().toString().matches(".*\\.(set-aside|damaged)-\\d+"))).as("set aside in round " + round).hasSize(damaged ? 2 : 0);
            }
        }
    }

    /** A program of its own, which writes into whatever data folder it is told. */
    private static final class Program {

        final Process process;
        final PrintStream orders;
        final BufferedReader answers;

        Program() throws IOException {
            process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Writer.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        String name() {
            return Long.toString(process.pid());
        }
    }

    /** What such a program does. */
    static final class Writer {

        private static final IncomingMessage MESSAGE = new IncomingMessage("", "", "", new Mailbox("", "ann@example.org"), List.of(), List.of(), "pills", Instant.EPOCH, 0, false, false,
                false, List.of(), Set.of(), Set.of(), List.of(), "");

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            String name = Long.toString(ProcessHandle.current().pid());
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String data = orders.readLine(); data != null; data = orders.readLine()) {
                try (Learner learner = Learner.open(Path.of(data), Learner.SHARED)) {
                    learner.learn(List.of(new Learner.Marked(name, true, List.of(MESSAGE, new Body("cheap pills", "", List.of())))));
                }
                try (Journal journal = Journal.open(Path.of(data, "journal.db"))) {
                    journal.sentMail().note("account1", List.of(new SentMail.Sent(name, Instant.EPOCH, List.of("ann@example.org"))));
                }
                System.out.println("done");
            }
        }
    }
}
