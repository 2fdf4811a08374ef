package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageBytesTest {

    @Test
    void readsWhatJavasOwnStreamReads() throws IOException {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            int start = random.nextInt(bytes.length + 1);
            int end = start + random.nextInt(bytes.length - start + 1);
            InputStream own = new MessageBytes(bytes, start, end);
            InputStream javas = new ByteArrayInputStream(bytes, start, end - start);
            javas.mark(0);
            own.mark(0);
            for (int step = 0; step < 30; step++) {
                assertThat(same(random, own, javas)).as("round %d, step %d", round, step).isTrue();
                assertThat(own.available()).isEqualTo(javas.available());
            }
            assertThat(own.readAllBytes()).isEqualTo(javas.readAllBytes());
        }
    }

    private static boolean same(Random random, InputStream own, InputStream javas) throws IOException {
        int length = random.nextInt(9);
        switch (random.nextInt(5)) {
            case 0:
                return own.read() == javas.read();
            case 1:
                byte[] one = new byte[10];
                byte[] other = new byte[10];
                return own.read(one, 1, length) == javas.read(other, 1, length) && java.util.Arrays.equals(one, other);
            case 2:
                return own.skip(length - 1) == javas.skip(length - 1);
            case 3:
                own.mark(0);
                javas.mark(0);
                return true;
            default:
                own.reset();
                javas.reset();
                return true;
        }
    }

    @Test
    void aPartIsReadWhereItLies() throws IOException {
        MessageBytes message = new MessageBytes("..Subject: a\n\ntext..".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 2, 18);
        assertThat(message.skip(9)).isEqualTo(9);
        assertThat(message.getPosition()).isEqualTo(9);
        assertThat(message.newStream(9, 10).readAllBytes()).isEqualTo(new byte[] {'a'});
        assertThat(new String(message.newStream(12, -1).readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("text");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(message.transferTo(out)).isEqualTo(7);
        assertThat(out.toString(java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("a\n\ntext");
        assertThat(message.read()).isEqualTo(-1);
    }
}
