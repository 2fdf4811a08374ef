package org.tripostal.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The least that a Java program can do on the wire: answer one frame. What the host's start is compared with. */
public final class AnswersOneFrame {

    private AnswersOneFrame() { }

    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        byte[] length = new byte[Integer.BYTES];
        in.readFully(length);
        in.readFully(new byte[ByteBuffer.wrap(length).order(ByteOrder.nativeOrder()).getInt()]);
        byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
        System.out.write(ByteBuffer.allocate(Integer.BYTES + answer.length).order(ByteOrder.nativeOrder()).putInt(answer.length).put(answer).array());
        System.out.flush();
    }
}
