package org.tripostal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static Frames reading(byte[] bytes) {
        return new Frames(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
    }

    /** A pipe that hands out a byte at a time. */
    private static InputStream dripping(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
    }

    @Test
    void theLengthIsInTheByteOrderOfTheComputer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Frames(InputStream.nullInputStream(), out).write(new byte[300]);
        assertThat(ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.nativeOrder()).getInt()).isEqualTo(300);
        assertThat(out.size()).isEqualTo(304);
    }

    @Test
    void framesThatArriveByteByByteAreReadWhole() throws IOException {
        Frames frames = new Frames(dripping(FrameBytes.frames("{\"a\":1}", "{}")), OutputStream.nullOutputStream());
        assertThat(frames.read()).contains("{\"a\":1}".getBytes());
        assertThat(frames.read()).contains("{}".getBytes());
        assertThat(frames.read()).isEmpty();
    }

    @Test
    void anEmptyFrameIsAFrame() throws IOException {
        Frames frames = reading(FrameBytes.frames("", "x"));
        assertThat(frames.read()).contains(new byte[0]);
        assertThat(frames.read()).contains(new byte[] {'x'});
    }

    @Test
    void anInputThatEndsInsideTheLengthIsAnError() {
        assertThatThrownBy(() -> reading(new byte[] {1, 0}).read()).isInstanceOf(EOFException.class);
    }

    @Test
    void anInputThatEndsInsideTheContentIsAnError() {
        byte[] whole = FrameBytes.frame("{\"a\":1}");
        assertThatThrownBy(() -> reading(Arrays.copyOf(whole, whole.length - 1)).read()).isInstanceOf(EOFException.class);
    }

    @Test
    void aLengthOverTheLimitIsRefusedBeforeAnythingIsRead() {
        byte[] length = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(Frames.LARGEST_IN + 1).array();
        assertThatThrownBy(() -> reading(length).read()).isInstanceOf(Frames.TooLarge.class).hasMessageContaining("67108865");
    }

    @Test
    void aLengthWithTheHighestBitSetIsTooLargeAndNotNegative() {
        byte[] length = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        assertThatThrownBy(() -> reading(length).read()).isInstanceOf(Frames.TooLarge.class).hasMessageContaining("4294967295");
    }

    @Test
    void whatThunderbirdWouldNotTakeIsNotWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames frames = new Frames(InputStream.nullInputStream(), out);
        assertThatIllegalArgumentException().isThrownBy(() -> frames.write(new byte[Frames.LARGEST_OUT + 1]));
        assertThat(out.size()).isZero();
        frames.write(new byte[Frames.LARGEST_OUT]);
        assertThat(out.size()).isEqualTo(4 + Frames.LARGEST_OUT);
    }
}
