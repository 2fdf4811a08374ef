package org.tripostal.driver;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between Thunderbird and the real host as a process of its own, and misbehaves whenever a message is about to leave: all else is handed on. Needs no
 * library.
 */
public final class OddHost {

    /** What it does when it is asked about a message that is to leave. */
    public enum Oddity {
        /** Says no more, neither to this nor to a ping. */
        HANGS,
        /** Ends. */
        CRASHES,
        /** Writes what is no frame, no JSON, no answer, or no verdict: one after the other. */
        ANSWERS_GARBAGE,
        /** Answers later than a sender waits. */
        ANSWERS_LATE,
        /** Answers twice. */
        ANSWERS_TWICE
    }

    /** Longer than the add-on waits for a verdict. */
    private static final long LATE_MILLIS = 3_000;

    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final String[] GARBAGE = {
        "{not JSON", "[]", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":null}", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"findings\":\"none\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"findings\":[null,7,{\"code\":{}}]}}", "{\"jsonrpc\":\"2.0\",\"id\":@ID@}", "\u0000\u0007 no text at all",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"error\":\"so\"}"};

    private final Oddity oddity;
    private final Process host;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private boolean hanging;
    private int garbage;

    private OddHost(Oddity oddity, Process host) {
        this.oddity = oddity;
        this.host = host;
        // Not the same garbage each time that it is started anew.
        garbage = (int) (host.pid() % (GARBAGE.length + 1));
    }

    /** {@code ODDITY HOST [ARGUMENT…]}. */
    public static void main(String[] args) throws IOException {
        String[] command = java.util.Arrays.copyOfRange(args, 1, args.length);
        Process host = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        OddHost odd = new OddHost(Oddity.valueOf(args[0]), host);
        Thread answers = new Thread(odd::answers);
        answers.setDaemon(true);
        answers.start();
        odd.requests();
        host.getOutputStream().close();
        Runtime.getRuntime().halt(0);
    }

    private void requests() throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        for (String frame = read(in); frame != null; frame = read(in)) {
            Matcher id = ID.matcher(frame);
            if (frame.contains("\"compose/judge\"") && id.find() && !isHandedOn(id.group(1))) {
                continue;
            }
            if (!hanging) {
                write(host.getOutputStream(), frame);
            }
        }
    }

    /** Does what is odd; whether the real host is to hear of it. */
    private boolean isHandedOn(String id) throws IOException {
        switch (oddity) {
            case HANGS -> hanging = true;
            case CRASHES -> {
                host.destroyForcibly();
                Runtime.getRuntime().halt(1);
            }
            case ANSWERS_GARBAGE -> answerGarbage(id);
            case ANSWERS_LATE, ANSWERS_TWICE -> {
                asked.add(id);
                return true;
            }
        }
        return false;
    }

    private void answerGarbage(String id) throws IOException {
        int which = garbage++ % (GARBAGE.length + 1);
        if (which < GARBAGE.length) {
            write(System.out, GARBAGE[which].replace("@ID@", id));
        } else {
            System.out.write("What is this doing here?\n".getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }

    private void answers() {
        try {
            DataInputStream in = new DataInputStream(host.getInputStream());
            for (String frame = read(in); frame != null; frame = read(in)) {
                Matcher id = ID.matcher(frame);
                boolean odd = id.find() && asked.remove(id.group(1));
                if (odd && oddity == Oddity.ANSWERS_LATE) {
                    Thread.sleep(LATE_MILLIS);
                }
                write(System.out, frame);
                if (odd && oddity == Oddity.ANSWERS_TWICE) {
                    write(System.out, frame);
                }
            }
        } catch (IOException e) {
            System.err.println("odd host: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1); // the real host has ended, and so does this
    }

    private static String read(InputStream in) throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        return length.length < Integer.BYTES ? null : new String(in.readNBytes(ByteBuffer.wrap(length).order(ByteOrder.nativeOrder()).getInt()), StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, String json) throws IOException {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(ByteBuffer.allocate(Integer.BYTES + text.length).order(ByteOrder.nativeOrder()).putInt(text.length).put(text).array());
            out.flush();
        }
    }
}
