package org.tripostal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tripostal.Messages;

/**
 * JSON-RPC 2.0 over {@link Frames}. Methods run one after another on a thread of their own, so that {@code ping} is answered while another is
 * at work; those that may have to wait for something outside have a second such thread, and those that take seconds by their nature a third. A method that fails is answered with an error; the
 * server goes on.
 */
public final class RpcServer {

    private static final String PING = "ping";
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Frames.LARGEST_IN).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Frames frames;
    private final Supplier<Messages> messages;
    private final Map<String, RpcMethod> methods = new HashMap<>();
    private final Map<String, CompletableFuture<?>> awaited = new HashMap<>();
    private final List<JsonNode> held = new ArrayList<>();
    /** Done when what was held has been handed to the methods' thread. */
    private final List<CompletableFuture<Void>> releases = new ArrayList<>();
    private final Map<String, ExecutorService> waiting = new HashMap<>();
    private final Memory memory = Memory.ofProgram();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "methods"));
    private final ExecutorService waiter = Executors.newSingleThreadExecutor(task -> new Thread(task, "waiting methods"));
    private final ExecutorService slow = Executors.newSingleThreadExecutor(task -> new Thread(task, "slow methods"));

    /**
     * A server without methods yet, but for {@code ping}.
     *
     * @param messages the sentences in the language of the moment
     */
    public RpcServer(Frames frames, Supplier<Messages> messages) {
        this.frames = frames;
        this.messages = messages;
    }

    /** Adds a method under its name on the wire. */
    public RpcServer method(String name, RpcMethod method) {
        methods.put(name, method);
        return this;
    }

    /** Lets calls of a method wait for something that it needs; other methods go on meanwhile. */
    public RpcServer holding(String method, CompletableFuture<?> until) {
        awaited.put(method, until);
        releases.add(until.thenRun(() -> between(() -> {
            List<JsonNode> waited = List.copyOf(held);
            held.clear();
            waited.forEach(this::call);
        })));
        return this;
    }

    /**
     * Adds a method that may have to wait, for a file that another program holds, say. It begins after all that was asked for before it, in order
     * with its like, and keeps no other method waiting.
     */
    public RpcServer waitingMethod(String name, RpcMethod method) {
        waiting.put(name, waiter);
        return method(name, method);
    }

    /** Adds a method that takes seconds, since it compiles, say: it keeps neither those waiting that only wait for the journal, nor any other. */
    public RpcServer slowMethod(String name, RpcMethod method) {
        waiting.put(name, slow);
        return method(name, method);
    }

    /** Sends a notification. */
    public void notify(String method, JsonNode params) {
        ObjectNode notification = envelope();
        notification.put("method", method);
        notification.set("params", params);
        send(notification);
    }

    /** Runs something between two calls of methods, so that it never meets one at work. */
    public void between(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            System.err.println("tripostal-host: nobody listens any more; left aside: " + task);
        }
    }

    /**
     * Answers until the input ends.
     *
     * @return the exit status: 0 at the end of input, 1 after a frame that was too large or cut off
     */
    public int serve() throws IOException {
        try {
            for (Optional<byte[]> frame = frames.read(); frame.isPresent(); frame = frames.read()) {
                receive(frame.get());
            }
            return 0;
        } catch (Frames.TooLarge e) {
            System.err.println("tripostal-host: " + e.getMessage());
            fail(null, new RpcError(RpcError.FRAME_TOO_LARGE, messages.get().say("wire.frameTooLarge", Map.of("limit", Frames.LARGEST_IN))));
            return 1;
        } catch (EOFException e) {
            System.err.println("tripostal-host: " + e.getMessage());
            return 1;
        } finally {
            finish();
        }
    }

    private void finish() {
        try {
            if (!worker.submit(held::isEmpty).get(1, TimeUnit.MINUTES)) { // what has to wait is handed over by then
                CompletableFuture.allOf(releases.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
            }
            for (ExecutorService thread : List.of(slow, waiter, worker)) {
                thread.shutdown();
                thread.awaitTermination(1, TimeUnit.MINUTES);
            }
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("tripostal-host: ends though a method is still at work: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(byte[] frame) {
        JsonNode request;
        try {
            request = JSON.readTree(frame);
        } catch (JsonProcessingException e) {
            fail(null, new RpcError(RpcError.PARSE_ERROR, messages.get().say("wire.notJson", Map.of("reason", e.getOriginalMessage()))));
            return;
        } catch (IOException e) {
            fail(null, new RpcError(RpcError.PARSE_ERROR, messages.get().say("wire.notJson", Map.of("reason", String.valueOf(e.getMessage())))));
            return;
        } catch (OutOfMemoryError e) {
            // The frame's tree, not the host, is too large: it is let go of, and the next frame has room again.
            fail(null, new RpcError(RpcError.INTERNAL_ERROR, messages.get().say("wire.failed", Map.of("method", "JSON", "reason", e.toString()))));
            return;
        }
        if (request.isMissingNode()) {
            fail(null, new RpcError(RpcError.PARSE_ERROR, messages.get().say("wire.notJson", Map.of("reason", "0 bytes"))));
        } else if (request.isArray()) {
            fail(null, new RpcError(RpcError.INVALID_REQUEST, messages.get().say("wire.batch")));
        } else if (!isRequest(request)) {
            fail(null, new RpcError(RpcError.INVALID_REQUEST, messages.get().say("wire.notARequest")));
        } else if (request.path("method").textValue().equals(PING)) {
            if (request.has("id")) {
                answer(request.get("id"), JSON.createObjectNode().put("pong", true));
            }
        } else {
            ExecutorService apart = waiting.get(request.path("method").textValue());
            worker.execute(apart != null ? () -> apart.execute(() -> call(request)) : () -> call(request));
            worker.execute(memory::tidy);
        }
    }

    private static boolean isRequest(JsonNode request) {
        JsonNode id = request.path("id");
        JsonNode params = request.path("params");
        return request.isObject()
                && "2.0".equals(request.path("jsonrpc").textValue())
                && request.path("method").isTextual()
                && (id.isMissingNode() || id.isNull() || id.isTextual() || id.isNumber())
                && (params.isMissingNode() || params.isObject() || params.isArray());
    }

    private void call(JsonNode request) {
        String name = request.get("method").textValue();
        JsonNode id = request.get("id");
        try {
            RpcMethod method = methods.get(name);
            if (awaited.containsKey(name) && !awaited.get(name).isDone()) {
                held.add(request);
                return;
            }
            if (method == null) {
                throw new RpcError(RpcError.METHOD_NOT_FOUND, messages.get().say("wire.noMethod", Map.of("method", name)));
            }
            JsonNode result = method.call(new Params(name, request.path("params"), messages.get()));
            if (id != null) {
                answer(id, result);
            }
        } catch (RpcError e) {
            answerError(name, id, e);
        } catch (RuntimeException | Error e) {
            // Also what a deep recursion throws: whatever happened to one request, the add-on waits for its answer and has others.
            e.printStackTrace();
            answerError(name, id, new RpcError(RpcError.INTERNAL_ERROR, messages.get().say("wire.failed", Map.of("method", name, "reason", e.toString()))));
        }
    }

    /** A notification is never answered, but what went wrong with it is not swallowed either. */
    private void answerError(String method, JsonNode id, RpcError error) {
        if (id == null) {
            System.err.println("tripostal-host: " + method + ": " + error.getMessage());
        } else {
            fail(id, error);
        }
    }

    private void answer(JsonNode id, JsonNode result) {
        ObjectNode response = envelope();
        response.set("id", id);
        response.set("result", result);
        send(response);
    }

    private void fail(JsonNode id, RpcError error) {
        ObjectNode response = envelope();
        response.set("id", id);
        ObjectNode node = response.putObject("error").put("code", error.code()).put("message", error.getMessage());
        if (error.data() != null) {
            node.set("data", error.data());
        }
        send(response);
    }

    private void send(ObjectNode message) {
        try {
            // By way of a string: half a surrogate pair, as broken mail holds, is replaced there; writing bytes at once would refuse it.
            byte[] frame = JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
            if (frame.length > Frames.LARGEST_OUT) {
                if (message.has("id")) {
                    fail(message.get("id"), new RpcError(RpcError.ANSWER_TOO_LARGE, messages.get().say("wire.answerTooLarge", Map.of("limit", Frames.LARGEST_OUT))));
                } else {
                    System.err.println("tripostal-host: a notification of " + frame.length + " bytes was not sent: " + message.path("method"));
                }
            } else {
                frames.write(frame);
            }
        } catch (IOException e) {
            System.err.println("tripostal-host: Thunderbird no longer listens: " + e.getMessage());
        }
    }

    private static ObjectNode envelope() {
        return JSON.createObjectNode().put("jsonrpc", "2.0");
    }
}
