package org.tripostal.alone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.driver.Await;

/**
 * Much mail through one host in one go, each message judged and written down: it takes no more of the computer afterwards than it may, and no more handles and threads than
 * before. How many: {@code -Dtripostal.load.messages}.
 */
class LoadIT {

    private static final int MESSAGES = Integer.getInteger("tripostal.load.messages", 2_000);
    private static final int A_FRAME = 100;
    private static final int FIRST = 1_000;

    /** All packs, a rule of the user's, text, and the journal. */
    private static final long MOST_MEMORY_KILOBYTES = 160 * 1024;

    private static final long MOST_BYTES_AN_ENTRY = 1_500;
    private static final long MOST_BESIDE_THE_JOURNAL = 8 * 1024 * 1024;
    private static final long EMPTY_JOURNAL = 200_000;

    @TempDir
    Path folder;

    @Test
    void muchMailInOneGoLeavesNothingBehindButTheJournal() throws Exception {
        Host.configure(folder);
        try (Host host = new Host(folder)) {
            Await.until("the user's rule to be in force", Duration.ofSeconds(60), () -> host.sort(-1, 1).toString().contains("mine"));
            sort(host, 0, FIRST);
            int handles = idleHandles(host);
            long threads = host.status("Threads");
            long began = System.nanoTime();
            sort(host, FIRST, FIRST + MESSAGES);
            long seconds = (System.nanoTime() - began) / 1_000_000_000;
            long resident = host.status("VmRSS");
            Await.until("handles to be as many as before", Duration.ofSeconds(30), () -> idleHandles(host), open -> open <= handles);
            Await.until("threads to be as many as before", Duration.ofSeconds(90), () -> host.status("Threads"), now -> now <= threads);
            long entries = host.ask("journal/overview", "{}").path("total").asLong();
            assertThat(entries).as("all are written down").isGreaterThanOrEqualTo(FIRST + MESSAGES);
            long journal = size("journal.db");
            long beside = size("journal.db-wal");
            System.out.printf("load: %d messages in %d s; %d kB resident; journal %d bytes an entry, %d kB beside it; %d handles, %d threads%n", FIRST + MESSAGES, seconds,
                    resident, journal / entries, beside / 1_024, handles, threads);
            assertThat(resident).as("resident memory at the end of it, kilobytes").isLessThan(MOST_MEMORY_KILOBYTES);
            assertThat(host.status("VmRSS")).as("the same, when it is idle").isLessThan(MOST_MEMORY_KILOBYTES);
            assertThat(journal / entries).as("bytes an entry").isLessThan(MOST_BYTES_AN_ENTRY);
            assertThat(beside).as("what SQLite keeps beside it").isLessThan(MOST_BESIDE_THE_JOURNAL);
            host.ask("data/wipe", "{}");
            assertThat(size("journal.db") + size("journal.db-wal")).as("a journal that was wiped is small").isLessThan(EMPTY_JOURNAL);
        }
    }

    private static void sort(Host host, int from, int upTo) throws IOException {
        for (int i = from; i < upTo; i += A_FRAME) {
            host.sort(i, Math.min(A_FRAME, upTo - i));
        }
    }

    private static int idleHandles(Host host) throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/" + host.pid() + "/fd"))) {
            return (int) handles.count();
        }
    }

    private long size(String name) throws IOException {
        Path file = folder.resolve("data").resolve(name);
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
