package org.tripostal.endtoend;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tripostal.driver.Await;
import org.tripostal.driver.HostProcess;
import org.tripostal.driver.Thunderbird;

/** Programs die, hang and are cut off while mail is sorted. */
class FaultsIT extends UnderFault {

    @Test
    void theHostIsKilledAtRandomMoments() throws Exception {
        int kills = times("kills", 3);
        Flood flood = new Flood(stage, HERE);
        for (int i = 0; i < kills; i++) {
            flood.deliverPart(kills);
            HostProcess host = thunderbird.host();
            untilAnyMoment(1_500);
            host.kill();
        }
        flood.assertAllInPlace("host killed (SIGKILL)", kills);
    }

    @Test
    void thunderbirdIsKilled() throws Exception {
        int kills = times("restarts", 1);
        Flood flood = new Flood(stage, HERE);
        for (int i = 0; i < kills; i++) {
            flood.deliverPart(kills);
            untilAnyMoment(4_000);
            thunderbird.crash();
            use(stage.startAfterCrash());
        }
        flood.assertAllInPlace("Thunderbird killed (SIGKILL)", kills);
    }

    @Test
    void theMailServerIsCutOffAndComesBack() throws Exception {
        int cuts = times("cuts", 1);
        Flood flood = new Flood(stage, HERE);
        for (int i = 0; i < cuts; i++) {
            flood.deliverPart(cuts);
            untilAnyMoment(2_500);
            stage.server().cutOff();
            untilAnyMoment(2_500);
            stage.server().restore();
        }
        flood.assertAllInPlace("mail server cut off and back", cuts);
    }

    /** A hang takes a minute to be sure of; {@code HostLostIT} has a small one in every run. */
    @Test
    @EnabledIfSystemProperty(named = "tripostal.faults.hangs", matches = "\\d+")
    void theHostHangs() throws Exception {
        int hangs = times("hangs", 1);
        Flood flood = new Flood(stage, HERE);
        for (int i = 0; i < hangs; i++) {
            flood.deliverPart(hangs);
            HostProcess host = thunderbird.host();
            untilAnyMoment(1_500);
            host.freeze();
            Await.until("the frozen host to be given up", Duration.ofSeconds(90), () -> !host.process().isAlive());
            addon.awaitHost("ready", Duration.ofSeconds(60));
        }
        flood.assertAllInPlace("host hanging (SIGSTOP)", hangs);
    }

    @Test
    void twoThunderbirdsShareAnAccountAndTripostalsFolders() throws Exception {
        Flood flood = new Flood(stage, HERE);
        Thunderbird second = stage.startSecond(addonFile());
        try {
            for (int part = 0; part < 4; part++) {
                flood.deliverPart(4);
                untilAnyMoment(1_000);
                CompletableFuture<Void> both = CompletableFuture.runAsync(() -> look(second));
                look(thunderbird);
                both.join();
            }
            flood.assertAllInPlace("two Thunderbird profiles on the same data", 1);
        } finally {
            second.close();
        }
    }

    private static void look(Thunderbird thunderbird) {
        try {
            thunderbird.getMessages();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
