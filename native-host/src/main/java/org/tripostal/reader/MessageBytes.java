package org.tripostal.reader;

import jakarta.mail.internet.SharedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * A message in memory, for Angus, which reads it a byte at a time: Java's own stream takes a lock for each. Its parts are read where they lie, and not copied.
 * For one thread.
 */
final class MessageBytes extends InputStream implements SharedInputStream {

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int at;
    private int mark;

    /** The bytes from one place to before another. */
    MessageBytes(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = Objects.checkFromToIndex(start, end, bytes.length);
        this.end = end;
        at = start;
        mark = start;
    }

    @Override
    public int read() {
        return at < end ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (at >= end) {
            return -1; // for no bytes too, as Java's own does
        }
        int count = Math.min(length, end - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public long skip(long count) {
        int skipped = (int) Math.max(0, Math.min(count, end - at));
        at += skipped;
        return skipped;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        int count = end - at;
        out.write(bytes, at, count);
        at = end;
        return count;
    }

    @Override
    public int available() {
        return end - at;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int limit) {
        mark = at;
    }

    @Override
    public void reset() {
        at = mark;
    }

    @Override
    public long getPosition() {
        return at - start;
    }

    @Override
    public InputStream newStream(long from, long to) {
        return new MessageBytes(bytes, (int) (start + from), to < 0 ? end : (int) (start + to));
    }
}
