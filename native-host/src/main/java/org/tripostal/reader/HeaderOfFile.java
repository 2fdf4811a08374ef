package org.tripostal.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The header of a message in a file, and nothing of its text.
 *
 * @param fields the header's fields
 * @param size the size of the whole file, in bytes
 */
record HeaderOfFile(HeaderFields fields, long size) {

    /** Most headers are shorter than this. */
    private static final int FIRST_LOOK = 8 * 1024;

    private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocate(FIRST_LOOK));

    /** Reads as much of the file as it takes. */
    static HeaderOfFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = BUFFER.get().clear();
            while (true) {
                while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                    // until it is full, or the file ends
                }
                HeaderScanner header = new HeaderScanner(buffer.array(), buffer.position());
                if (header.end() >= 0 || buffer.hasRemaining()) {
                    return new HeaderOfFile(new HeaderFields(header.ofHeaderOnly()), channel.size());
                }
                buffer = ByteBuffer.allocate((int) Math.min(8L * buffer.capacity(), Integer.MAX_VALUE - 8)).put(buffer.flip());
            }
        }
    }
}
