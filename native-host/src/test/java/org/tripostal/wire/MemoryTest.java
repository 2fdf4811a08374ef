package org.tripostal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final long MIB = 1L << 20;

    private long used;
    private long needed;
    private int collections;
    private final Memory memory = new Memory(() -> used, () -> {
        collections++;
        used = needed;
    });

    private int collectionsWith(long taken, long stillNeeded) {
        used = taken;
        needed = stillNeeded;
        memory.tidy();
        return collections;
    }

    @Test
    void whatTheHostNeedsAnywayIsNotCollected() {
        assertThat(collectionsWith(Memory.ROOM, MIB)).isZero();
        assertThat(collectionsWith(2 * Memory.ROOM, MIB)).isZero();
    }

    @Test
    void whatPilesUpIsCollectedAndThenThereIsRoomAgain() {
        assertThat(collectionsWith(2 * Memory.ROOM + 1, 5 * MIB)).isEqualTo(1);
        assertThat(collectionsWith(Memory.ROOM + 5 * MIB, 5 * MIB)).isEqualTo(1);
        assertThat(collectionsWith(Memory.ROOM + 5 * MIB + 1, 5 * MIB)).isEqualTo(2);
    }

    @Test
    void aHostThatNeedsMoreIsNotCollectedAfterEachRequest() {
        assertThat(collectionsWith(200 * MIB, 180 * MIB)).isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            assertThat(collectionsWith(190 * MIB, 180 * MIB)).isEqualTo(1);
        }
        assertThat(collectionsWith(180 * MIB + Memory.ROOM + 1, 20 * MIB)).isEqualTo(2);
    }

    @Test
    void ofTheProgramWhatNobodyNeedsIsGivenBack() {
        Memory ofProgram = Memory.ofProgram();
        List<byte[]> load = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            load.add(new byte[(int) MIB]);
        }
        WeakReference<byte[]> first = new WeakReference<>(load.get(0));
        load.clear();
        ofProgram.tidy();
        assertThat(first.get()).isNull();
    }
}
