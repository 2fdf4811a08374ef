package org.tripostal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is said to the real program, it neither crashes nor hangs, answers what can be answered exactly once, and writes nothing but frames. How many
 * frames: {@code -Dtripostal.fuzz.frames}; from which seed: {@code -Dtripostal.fuzz.seed}.
 */
class WireFuzzIT {

    private static final Path IMAGE = Path.of(System.getProperty("tripostal.image"));
    private static final Path EXCHANGES = Path.of("../native-host/src/protocol");
    private static final int FRAMES = Integer.getInteger("tripostal.fuzz.frames", 20_000);
    private static final long SEED = Long.getLong("tripostal.fuzz.seed", 20261124);
    private static final int BETWEEN_FENCES = 500;
    private static final int BETWEEN_ENDS = 10_000;

    @TempDir
    Path folder;

    @Test
    void everyFrameGetsWhatItIsOwed() throws Exception {
        List<ObjectNode> requests = FrameMaker.golden(EXCHANGES);
        FrameMaker maker = new FrameMaker(SEED, requests);
        int said = 0;
        int ends = 0;
        while (said < FRAMES) {
            try (FuzzedHost host = new FuzzedHost(IMAGE, folder)) {
                for (int i = 0; i < BETWEEN_ENDS && said < FRAMES; i++) {
                    host.say(maker.next());
                    said++;
                    if (said % BETWEEN_FENCES == 0) {
                        host.settle(maker.fences());
                    }
                }
                host.settle(maker.fences());
                host.say(maker.last());
                said++;
                ends++;
                assertThat(host.awaitEnd()).as("exit status after a frame without end; see " + folder).isEqualTo(1);
            } catch (AssertionError | java.io.IOException e) {
                Path stderr = Path.of("target", "wire-fuzz.stderr");
                Files.copy(folder.resolve("stderr"), stderr, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                throw new AssertionError("seed " + SEED + ", after " + said + " frames; what the host said is in " + stderr.toAbsolutePath() + ": " + e.getMessage(), e);
            }
        }
        System.out.println("wire: " + said + " frames, " + ends + " hosts, none crashed, none hung, nothing but frames on standard output");
    }
}
