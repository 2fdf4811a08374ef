package org.tripostal.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Damages messages, from a seed: bytes, lines, header fields and boundaries are changed, doubled, moved, cut off or taken from another message. */
final class MailMutations {

    private static final String[] NASTY = {
        "\0", "\r", "\n\n", "\r\n\r\n", "=?utf-8?B?", "=?utf-8?Q?=?=", "?=", "\"", "<", ">", ";", "charset=", "boundary=", "--", "multipart/mixed", "message/rfc822",
        "text/html", "base64", "quoted-printable", "=\n", "=3D=", "<div>", "<blockquote>", "<!--", "<style>", "&#x110000;", "\uFEFF", "\u202E", "\uD83D\uDE00", "é",
        "From: ", "\nFrom: x\n", "\nSubject:", "\nContent-Type: ", "\nContent-Transfer-Encoding: uuencode\n", "filename*0*=utf-7''", "(((((", "@", ",", "\t", " "};
    private static final int MOST_CHANGES = 12;
    private static final int LONGEST_REPEAT = 2_000;

    private final Random random;
    private final List<byte[]> messages;

    MailMutations(long seed, List<byte[]> messages) {
        this.random = new Random(seed);
        this.messages = messages;
    }

    byte[] next() {
        byte[] message = one();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            message = changed(message);
        }
        return message;
    }

    private byte[] one() {
        return messages.get(random.nextInt(messages.size()));
    }

    private byte[] changed(byte[] message) {
        if (message.length == 0) {
            return one();
        }
        int at = random.nextInt(message.length);
        int upTo = at + random.nextInt(Math.min(message.length - at, 400) + 1);
        return switch (random.nextInt(9)) {
            case 0 -> flipped(message);
            case 1 -> spliced(message, at, upTo, new byte[0]);
            case 2 -> spliced(message, at, at, NASTY[random.nextInt(NASTY.length)].getBytes(StandardCharsets.UTF_8));
            case 3 -> spliced(message, at, upTo, java.util.Arrays.copyOfRange(message, at, upTo), java.util.Arrays.copyOfRange(message, at, upTo));
            case 4 -> java.util.Arrays.copyOf(message, at);
            case 5 -> fromAnother(message, at, upTo);
            case 6 -> spliced(message, at, at, NASTY[random.nextInt(NASTY.length)].repeat(1 + random.nextInt(LONGEST_REPEAT)).getBytes(StandardCharsets.UTF_8));
            case 7 -> lineMoved(message);
            default -> inTheHeader(message);
        };
    }

    private byte[] flipped(byte[] message) {
        byte[] damaged = message.clone();
        for (int hits = 1 + random.nextInt(20); hits > 0; hits--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private byte[] fromAnother(byte[] message, int at, int upTo) {
        byte[] other = one();
        int from = random.nextInt(other.length + 1);
        return spliced(message, at, upTo, java.util.Arrays.copyOfRange(other, from, from + random.nextInt(Math.min(other.length - from, 4_000) + 1)));
    }

    private byte[] lineMoved(byte[] message) {
        int start = lineStart(message, random.nextInt(message.length));
        int end = start;
        while (end < message.length && message[end] != '\n') {
            end++;
        }
        byte[] line = java.util.Arrays.copyOfRange(message, start, Math.min(message.length, end + 1));
        byte[] without = spliced(message, start, Math.min(message.length, end + 1), new byte[0]);
        int at = without.length == 0 ? 0 : lineStart(without, random.nextInt(without.length));
        return spliced(without, at, at, line);
    }

    /** What is wrong early in a message is what readers trip over. */
    private byte[] inTheHeader(byte[] message) {
        int at = lineStart(message, random.nextInt(Math.min(message.length, 2_000)));
        return spliced(message, at, at, NASTY[random.nextInt(NASTY.length)].getBytes(StandardCharsets.UTF_8));
    }

    private static int lineStart(byte[] message, int at) {
        int start = at;
        while (start > 0 && message[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static byte[] spliced(byte[] message, int at, int upTo, byte[]... instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length);
        out.write(message, 0, at);
        for (byte[] piece : instead) {
            out.writeBytes(piece);
        }
        out.write(message, upTo, message.length - upTo);
        return out.toByteArray();
    }
}
