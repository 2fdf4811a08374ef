package org.tripostal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Native-messaging frames: a 32-bit length in native byte order, then that many bytes. Reading and writing may happen on two threads. */
public final class Frames {

    /** The largest frame that is read, in bytes. */
    public static final int LARGEST_IN = 64 * 1024 * 1024;

    /** The largest frame that Thunderbird takes, in bytes. */
    public static final int LARGEST_OUT = 1024 * 1024;

    private static final int LENGTH = 4;

    private final InputStream in;
    private final OutputStream out;

    /** Frames over these streams. */
    public Frames(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** A frame is longer than {@link #LARGEST_IN}. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long length) {
            super("a frame of " + length + " bytes; the limit is " + LARGEST_IN);
        }
    }

    /**
     * The next frame's bytes; nothing at the end of input.
     *
     * @throws TooLarge where the length is over the limit; what follows is not read
     * @throws EOFException where the input ends inside a frame
     */
    public Optional<byte[]> read() throws IOException {
        byte[] prefix = in.readNBytes(LENGTH);
        if (prefix.length == 0) {
            return Optional.empty();
        }
        if (prefix.length < LENGTH) {
            throw new EOFException("the input ends inside the length of a frame");
        }
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(prefix).order(ByteOrder.nativeOrder()).getInt());
        if (length > LARGEST_IN) {
            throw new TooLarge(length);
        }
        byte[] frame = in.readNBytes((int) length);
        if (frame.length < length) {
            throw new EOFException("the input ends after " + frame.length + " of " + length + " bytes of a frame");
        }
        return Optional.of(frame);
    }

    /**
     * Writes a frame at once.
     *
     * @throws IllegalArgumentException where it is longer than {@link #LARGEST_OUT}
     */
    public void write(byte[] frame) throws IOException {
        if (frame.length > LARGEST_OUT) {
            throw new IllegalArgumentException("a frame of " + frame.length + " bytes; the limit is " + LARGEST_OUT);
        }
        byte[] whole = ByteBuffer.allocate(LENGTH + frame.length)
                .order(ByteOrder.nativeOrder())
                .putInt(frame.length)
                .put(frame)
                .array();
        synchronized (out) {
            out.write(whole);
            out.flush();
        }
    }
}
