package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;

/** What Tripostal keeps on disk cannot be written, is damaged or is gone, and the clock is wrong, while mail is sorted. */
class DiskFaultsIT extends UnderFault {

    /** Enough for a journal to be begun, and not for many entries. */
    private static final int ROOM_KIB = 160;

    /** A rule that nothing here meets. */
    private static final String PARCELS = """
            package parcels
            import org.tripostal.mail.IncomingMessage
            import org.tripostal.action.FileInto
            rule "Parcels"
            when
                IncomingMessage(subject matches "(?i).*parcel number.*")
            then
                insert(new FileInto("Parcels"));
            end
            """;

    @AfterEach
    void theHostIsItselfAgain() throws Exception {
        new HostSwap(stage, addon).back();
        awaitIdle();
    }

    /** Without a journal nothing could be undone, and what the user moved back would be moved again: mail waits, which is said, and is sorted once there is room. */
    @Test
    void theDiskIsFullWhereTheJournalLies() throws Exception {
        assumeADiskOfItsOwn();
        Path space = stage.home().folder().resolve("space");
        new HostSwap(stage, addon).by(fullDisk(stage.home().journal().getParent(), space, ROOM_KIB));
        Flood flood = new Flood(stage, HERE, Math.max(Flood.MESSAGES, 200));
        flood.deliverAll();
        stage.awaitWhileLooking("it to be said why mail waits", Duration.ofSeconds(60), addon::trouble, said -> said.contains("journal.db"));
        assertThat(addon.isIdle()).as("what could not be written is kept").isFalse();
        Files.createFile(space);
        flood.assertAllInPlace("disk full for data", 1);
        Await.until("what was kept to be written once there is room", Duration.ofSeconds(120), addon::isIdle);
        assertThat(addon.trouble()).as("it is said no longer").isEmpty();
    }

    @Test
    void theDiskIsFullWhereTheSettingsLie() throws Exception {
        assumeADiskOfItsOwn();
        Path space = stage.home().folder().resolve("space-for-settings");
        new HostSwap(stage, addon).by(fullDisk(stage.home().config(), space, 0));
        Flood flood = new Flood(stage, HERE);
        flood.deliverPart(2);
        AddonPage settings = addon.openSettings();
        settings.click("li.rule[data-rule='A subject does not shout'] input");
        assertThat(settings.text("#failed:not([hidden])")).as("it is said").contains("settings.yaml");
        settings.run("setTimeout(() => window.close(), 0)");
        flood.deliverPart(2);
        flood.assertAllInPlace("disk full for settings", 1);
        Files.createFile(space);
    }

    /** What was compiled cannot be kept: a new rule is not in force, which is said, and mail is sorted by all others. Once there is room it is, when the program is next started. */
    @Test
    void theDiskIsFullWhereCompiledRulesLie() throws Exception {
        assumeADiskOfItsOwn();
        Path space = stage.home().folder().resolve("space-for-rules");
        Path cache = Files.createDirectories(stage.home().folder().resolve("cache/tripostal"));
        new HostSwap(stage, addon).by(fullDisk(cache, space, 0));
        Flood flood = new Flood(stage, HERE);
        flood.deliverPart(2);
        Path rule = Files.createDirectories(stage.home().config().resolve("rules")).resolve("parcels.drl");
        Files.writeString(rule, PARCELS);
        stage.awaitWhileLooking("it to be said that the rule is not in force", Duration.ofSeconds(60), addon::problems,
                said -> said.stream().anyMatch(problem -> problem.contains("No space left")));
        flood.deliverPart(2);
        flood.assertAllInPlace("disk full for compiled rules", 1);
        Files.createFile(space);
        new HostSwap(stage, addon).back();
        Await.until("the rule to be in force", Duration.ofSeconds(30), addon::problems, List::isEmpty);
        assertThat(stage.home().tripostal("rules", "list")).contains("Parcels");
        Files.delete(rule);
    }

    @Test
    void theClockIsSetBack() throws Exception {
        Flood flood = new Flood(stage, HERE);
        flood.deliverPart(2);
        new HostSwap(stage, addon).by("exec faketime -f '-400d' \"$host\" \"$@\"\n");
        flood.deliverPart(2);
        flood.assertAllInPlace("clock set back by 400 days", 1);
    }

    @Test
    void theJournalIsDeleted() throws Exception {
        Flood flood = new Flood(stage, HERE);
        flood.deliverPart(2);
        untilAnyMoment(1_500);
        deleteTheJournal();
        thunderbird.host().kill();
        flood.deliverPart(2);
        flood.assertAllInPlace("journal deleted, host killed", 1);
        assertThat(addon.problems()).as("it is said").anyMatch(problem -> problem.contains("no longer there"));
    }

    @Test
    void theJournalIsDeletedWhileTheHostRuns() throws Exception {
        Flood flood = new Flood(stage, HERE);
        flood.deliverPart(2);
        untilAnyMoment(1_500);
        deleteTheJournal();
        flood.deliverPart(2);
        flood.assertAllInPlace("journal deleted", 1);
        awaitIdle();
        assertThat(addon.problems()).as("it is said").anyMatch(problem -> problem.contains("no longer there"));
        assertThat(stage.home().judged()).as("a new one is written").isNotEmpty();
    }

    @Test
    void theJournalIsDamaged() throws Exception {
        Flood flood = new Flood(stage, HERE);
        flood.deliverPart(2);
        untilAnyMoment(1_500);
        thunderbird.host().kill();
        Files.writeString(stage.home().journal(), "this is no journal".repeat(1_000));
        flood.deliverPart(2);
        flood.assertAllInPlace("journal damaged", 1);
    }

    private void deleteTheJournal() throws IOException {
        for (String file : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
            Files.deleteIfExists(stage.home().journal().resolveSibling(file));
        }
    }

    /** Some containers let nobody mount anything: there the two tests that need it are skipped, and say so. */
    private static void assumeADiskOfItsOwn() throws Exception {
        Process unshare = new ProcessBuilder("unshare", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=1m tmpfs /mnt").redirectErrorStream(true).start();
        unshare.getOutputStream().close();
        String said = new String(unshare.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assumeTrue(unshare.waitFor() == 0, "a program cannot be given a disk of its own here: " + said);
    }

    /** The host, with a disk of its own in place of a folder: what lies there, and hardly any room, until {@code space} appears. */
    private static String fullDisk(Path folder, Path space, int room) {
        return """
                export folder='%s' space='%s' host
                exec unshare --map-root-user --mount sh -c '
                  cp -a "$folder" "$TMPDIR/on-the-small-disk-$$" && mount -t tmpfs -o size=16m,mode=700 tmpfs "$folder" || exit 70
                  cp -a "$TMPDIR/on-the-small-disk-$$/." "$folder/"
                  free=$(df -k --output=avail "$folder" | tail -n 1)
                  head -c $(( (free - %d) * 1024 )) /dev/zero >"$folder/filler"
                  (until [ -e "$space" ]; do sleep 0.1; done; rm -f "$folder/filler") </dev/null >/dev/null 2>&1 &
                  exec "$host" "$@"' sh "$@"
                """.formatted(folder, space, room);
    }
}
