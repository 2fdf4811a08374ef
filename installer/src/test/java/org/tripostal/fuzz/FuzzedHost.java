package org.tripostal.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A host that is told frames, and held to what it owes for each. */
final class FuzzedHost implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1024 * 1024;
    private static final long HANGS_AFTER_SECONDS = 60;

    private final Process process;
    private final OutputStream out;
    private final LinkedBlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> reading;
    private final Set<JsonNode> owed = new HashSet<>();
    private int errorsOwed;
    private int perhaps;

    FuzzedHost(Path image, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(image.resolve("bin/tripostal-host").toString()).redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TRIPOSTAL_CONFIG_DIR", folder.resolve("config").toString());
        builder.environment().put("TRIPOSTAL_DATA_DIR", folder.resolve("data").toString());
        builder.environment().put("TRIPOSTAL_CACHE_DIR", folder.resolve("cache").toString());
        process = builder.start();
        out = process.getOutputStream();
        reading = CompletableFuture.runAsync(this::read);
    }

    /** Every byte of standard output must belong to a frame that Thunderbird would take. */
    private void read() {
        try (DataInputStream in = new DataInputStream(process.getInputStream())) {
            for (byte[] prefix = in.readNBytes(Integer.BYTES); prefix.length > 0; prefix = in.readNBytes(Integer.BYTES)) {
                if (prefix.length < Integer.BYTES) {
                    throw new EOFException("standard output ends inside a length");
                }
                int length = ByteBuffer.wrap(prefix).order(ByteOrder.nativeOrder()).getInt();
                if (length < 0 || length > LARGEST) {
                    throw new IOException("a frame of " + length + " bytes: something else was written to standard output, or too much");
                }
                byte[] frame = new byte[length];
                in.readFully(frame);
                JsonNode message = JSON.readTree(frame);
                if (!message.has("method")) {
                    answers.add(message);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(Frame frame) throws IOException {
        switch (frame.expected()) {
            case ANSWER -> owed.add(frame.id().orElseThrow());
            case ERROR_FOR_NOBODY -> errorsOwed++;
            case AT_MOST_ONE -> perhaps++;
            case NOTHING, THE_END -> { }
        }
        out.write(frame.bytes());
    }

    /** Waits until all that was said before is done, and holds the host to what it owed. */
    void settle(List<Frame> fences) throws IOException, InterruptedException {
        for (Frame fence : fences) {
            say(fence);
        }
        out.flush();
        List<JsonNode> came = new ArrayList<>();
        Set<JsonNode> awaited = new HashSet<>(owed);
        while (!awaited.isEmpty()) {
            JsonNode answer = answers.poll(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError((reading.isCompletedExceptionally() ? "standard output was soiled: " + fault() : "the host hangs, or has ended: " + process)
                        + "; not answered: " + awaited);
            }
            awaited.remove(answer.path("id"));
            came.add(answer);
        }
        hold(came);
    }

    private void hold(List<JsonNode> came) {
        Set<JsonNode> answered = new HashSet<>();
        int errors = 0;
        int others = 0;
        for (JsonNode answer : came) {
            JsonNode id = answer.path("id");
            if (answer.has("error") == answer.has("result") || answer.at("/error/message").asText("x").isBlank()) {
                throw new AssertionError("neither a result nor an error with words: " + answer);
            }
            if (owed.remove(id)) {
                answered.add(id);
            } else if (answered.contains(id)) {
                throw new AssertionError("answered twice: " + id);
            } else if (id.isNull()) {
                errors++;
            } else {
                others++;
            }
        }
        if (!owed.isEmpty()) {
            throw new AssertionError("never answered: " + owed);
        }
        if (errors < errorsOwed || errors + others > errorsOwed + perhaps) {
            throw new AssertionError(errors + " errors for nobody and " + others + " other answers; owed were " + errorsOwed + " errors, and at most " + perhaps + " answers more");
        }
        errorsOwed = 0;
        perhaps = 0;
    }

    /** Its exit status after its input has ended, or after a frame that was its end. */
    int awaitEnd() throws IOException, InterruptedException {
        try {
            out.close();
        } catch (IOException e) {
            // It has ended already and reads no more; what matters is its exit status.
            if (!process.waitFor(HANGS_AFTER_SECONDS, TimeUnit.SECONDS)) {
                throw e;
            }
        }
        if (!process.waitFor(HANGS_AFTER_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the host does not end");
        }
        try {
            reading.get(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("standard output was soiled: " + e.getMessage(), e);
        }
        return process.exitValue();
    }

    private String fault() {
        return reading.handle((nothing, fault) -> String.valueOf(fault)).join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
