package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Pages;

/**
 * A very large folder is sorted: each message is there once afterwards, Thunderbird answers its user all the while, and the program takes little of the time. How large: {@code -Dtripostal.folder.large}.
 */
class LargeFolderIT extends UnderFault {

    private static final int MESSAGES = Integer.getInteger("tripostal.folder.large", 600);
    private static final List<String> SENDERS = List.of("Ann <ann@example.org>", "Bob <bob@club.example>", "Eve <eve@elsewhere.example>");

    /** A pause of this length is felt, and nobody takes Thunderbird for dead. */
    private static final int LONGEST_PAUSE_MILLIS = 5_000;

    /** What the program may take of the processor beside Thunderbird's main process; from so many messages on, as its start and its warming up count for more among few. */
    private static final double LARGEST_SHARE = 0.1;
    private static final int MANY = 10_000;

    @Test
    void aVeryLargeFolderIsSortedWhileThunderbirdStaysUsable() throws Exception {
        thunderbird.background().run("await messenger.folders.create((await messenger.accounts.get('account1')).rootFolder.id, 'Years')");
        fill(stage.server().maildir(HERE).resolve(".Years/cur"));
        Pages pages = new Pages(thunderbird);
        pages.awaitFolder("account1", "/Years", MESSAGES, Duration.ofSeconds(120 + MESSAGES / 50));
        AddonPage page = pages.open("pages/sort.html?account=account1&path=/Years");
        watchPauses();
        double hostBefore = seconds(thunderbird.host().process());
        double thunderbirdBefore = seconds(thunderbird.handle());
        long began = System.nanoTime();
        page.click("#sort-now");
        Await.until("the folder to be sorted", Duration.ofSeconds(120 + MESSAGES / 20), () -> job().path("state").asText(), "done"::equals);
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        double host = seconds(thunderbird.host().process()) - hostBefore;
        double own = seconds(thunderbird.handle()) - thunderbirdBefore;
        JsonNode pauses = thunderbird.run("return Services.wm.getMostRecentWindow('mail:3pane').tripostalPauses");
        Map<String, Integer> counts = stage.server().mailbox(HERE).counts();
        Flood.write("| folder of %d messages sorted | longest pause of Thunderbird %d ms, longer than 200 ms %d times; processor: program %.1f s, Thunderbird's main process %.1f s, %.1f %% | %s | %d s |%n"
                .formatted(MESSAGES, pauses.path("longest").asInt(), pauses.path("felt").asInt(), host, own, 100 * host / own, counts, seconds));
        assertThat(counts).containsEntry("Years", MESSAGES / 3).containsEntry("Family", (MESSAGES + 2) / 3).containsEntry("Club/News", (MESSAGES + 1) / 3);
        assertThat(pauses.path("longest").asInt()).as("milliseconds").isLessThan(LONGEST_PAUSE_MILLIS);
        if (MESSAGES >= MANY) {
            assertThat(host / own).as("the program's share").isLessThan(LARGEST_SHARE);
        }
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private JsonNode job() throws IOException {
        return thunderbird.background().run("return (await messenger.storage.local.get('folderRuns')).folderRuns[0]");
    }

    /** A timer of the main window that should go off each 50 ms: how late it is, the window's user would have to wait. */
    private void watchPauses() throws IOException {
        thunderbird.run("""
                const main = Services.wm.getMostRecentWindow("mail:3pane");
                const pauses = main.tripostalPauses = { longest: 0, felt: 0 };
                let due = main.performance.now() + 50;
                main.setInterval(() => {
                  const late = main.performance.now() - due;
                  due = main.performance.now() + 50;
                  pauses.longest = Math.max(pauses.longest, Math.round(late));
                  pauses.felt += late > 200 ? 1 : 0;
                }, 50);
                """);
    }

    /** As files of the server's: to hand in so many would take longer than to sort them. */
    private static void fill(Path folder) throws IOException {
        UserPrincipal owner = Files.getOwner(folder);
        for (int i = 0; i < MESSAGES; i++) {
            Letter letter = Letter.from(SENDERS.get(i % SENDERS.size())).with("Subject", "Number " + i);
            Path file = Files.write(folder.resolve(1_700_000_000L + i + ".M" + i + ".test:2,S"), new String(letter.bytes(HERE.email()), StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            Files.setOwner(file, owner);
        }
    }
}
