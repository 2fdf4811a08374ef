package org.tripostal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.util.function.Predicate;
import org.tripostal.settings.Folders;
import org.tripostal.wire.FrameBytes;
import org.tripostal.wire.Frames;

/** A host that runs on a thread while one talks with it. */
final class LiveHost implements AutoCloseable {

    private final PrintStream standardOut = System.out;
    private final PipedOutputStream toHost = new PipedOutputStream();
    private final Frames frames;
    private final Thread thread;
    private int id;

    /** Starts one, in English. */
    LiveHost(Folders folders) throws IOException {
        PipedInputStream hostReads = new PipedInputStream(toHost, 1 << 20);
        PipedInputStream fromHost = new PipedInputStream(1 << 20);
        PrintStream hostWrites = new PrintStream(new PipedOutputStream(fromHost), true);
        frames = new Frames(fromHost, new ByteArrayOutputStream());
        thread = new Thread(() -> {
            try {
                Host.run(hostReads, hostWrites, folders);
            } catch (IOException e) {
                e.printStackTrace();
            }
        });
        thread.start();
        ask("initialize", "{\"version\":\"" + Version.CURRENT + "\",\"locale\":\"en\",\"identities\":[]}");
    }

    /** Asks for something and waits for the answer. */
    JsonNode ask(String method, String params) throws IOException {
        int asked = ++id;
        toHost.write(FrameBytes.frame("{\"jsonrpc\":\"2.0\",\"id\":" + asked + ",\"method\":\"" + method + "\",\"params\":" + params + "}"));
        toHost.flush();
        return await(message -> message.path("id").asInt() == asked);
    }

    /** Waits until the host says something of this kind. */
    JsonNode await(Predicate<JsonNode> wanted) throws IOException {
        while (true) {
            JsonNode message = FrameBytes.parse(FrameBytes.frame(frames.read().orElseThrow())).get(0);
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        toHost.close();
        thread.join();
        System.setOut(standardOut);
    }
}
