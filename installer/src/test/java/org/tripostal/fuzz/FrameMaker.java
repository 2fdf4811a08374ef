package org.tripostal.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.tripostal.fuzz.Frame.Owes;

/** Makes frames from a seed: random bytes, bad UTF-8, deep JSON, right requests in no order, requests with one thing changed. */
final class FrameMaker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int RANDOM_BYTES = 2_000;
    private static final int DEEPEST = 20_000;

    private static final String DOCTOR = "doctor/run";

    /** These start a program of their own each time, and hold up what waits behind them: once in a while is enough. */
    private static final Set<String> SLOW = Set.of(DOCTOR, "packs/read", "packs/install");
    private static final int ONCE_IN = 50;

    private final Random random;
    private final List<ObjectNode> requests;
    private int next;

    FrameMaker(long seed, List<ObjectNode> requests) {
        this.random = new Random(seed);
        this.requests = requests;
    }

    /** The requests of the golden exchanges. */
    static List<ObjectNode> golden(Path exchanges) throws IOException {
        List<ObjectNode> requests = new ArrayList<>();
        try (Stream<Path> files = Files.list(exchanges)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
                for (JsonNode step : JSON.readTree(file.toFile()).get("exchange")) {
                    requests.add((ObjectNode) step.get("request"));
                }
            }
        }
        requests.add(NODES.objectNode().put("jsonrpc", "2.0").put("method", DOCTOR));
        return requests;
    }

    /** The next frame, after which the host goes on. */
    Frame next() {
        return switch (random.nextInt(12)) {
            case 0 -> noise();
            case 1 -> deep();
            case 2 -> Frame.of(bytes(random.nextBoolean() ? "[]" : "[" + request() + "]"), Owes.ERROR_FOR_NOBODY);
            case 3 -> badUtf8();
            case 4 -> cutOff();
            case 5 -> damaged();
            case 6 -> notARequest();
            case 7 -> notification();
            case 8, 9 -> changed();
            default -> right();
        };
    }

    /** A frame after which nobody can tell where the next one begins. */
    Frame last() {
        return switch (random.nextInt(3)) {
            case 0 -> Frame.raw(Frame.length(Integer.BYTES, Integer.MIN_VALUE | random.nextInt()).array());
            case 1 -> Frame.raw(Frame.length(Integer.BYTES + 5, 6 + random.nextInt(1_000_000)).put(bytes("[1,2,")).array());
            default -> Frame.raw(new byte[] {(byte) random.nextInt()});
        };
    }

    /**
     * Requests that wait their turn behind all the others, one on each thread of the host: behind those that are answered at once, those that may have to wait
     * for a file, and those that take seconds.
     */
    List<Frame> fences() {
        return Stream.of("no/such/method", "journal/list", "packs/export").map(method -> {
            JsonNode id = id();
            return Frame.answered(bytes(NODES.objectNode().put("jsonrpc", "2.0").put("method", method).<ObjectNode>set("id", id)), id);
        }).toList();
    }

    private Frame noise() {
        byte[] bytes = new byte[random.nextInt(RANDOM_BYTES)];
        random.nextBytes(bytes);
        if (bytes.length > 0) {
            bytes[0] |= (byte) 0x80; // no JSON begins so: what is owed is known
        }
        return Frame.of(bytes, Owes.ERROR_FOR_NOBODY);
    }

    private Frame deep() {
        int depth = 1 + random.nextInt(DEEPEST);
        return switch (random.nextInt(3)) {
            case 0 -> Frame.of(bytes("[".repeat(depth)), Owes.ERROR_FOR_NOBODY);
            case 1 -> Frame.of(bytes("[".repeat(depth) + "]".repeat(depth)), Owes.ERROR_FOR_NOBODY);
            default -> {
                JsonNode id = id();
                String json = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"messages/judge\",\"params\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "}";
                // Deeper than the reader of JSON goes, it is no longer known whose request it was.
                yield Frame.of(bytes(json), Owes.AT_MOST_ONE);
            }
        };
    }

    private Frame badUtf8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("{\"jsonrpc\":\"2.0\",\"id\":" + id() + ",\"method\":\"settings/set\",\"params\":{\"settings\":{\"a"));
        byte[][] wrong = {{(byte) 0xC3}, {(byte) 0xFF}, {(byte) 0xE2, (byte) 0x82}, {(byte) 0xC0, (byte) 0x80}, {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80}};
        out.writeBytes(wrong[random.nextInt(wrong.length)]);
        out.writeBytes(bytes("\":\"1\"}}}"));
        return Frame.of(out.toByteArray(), Owes.AT_MOST_ONE);
    }

    private Frame cutOff() {
        byte[] whole = bytes(request());
        byte[] part = new byte[random.nextInt(whole.length)];
        System.arraycopy(whole, 0, part, 0, part.length);
        return Frame.of(part, Owes.ERROR_FOR_NOBODY);
    }

    private Frame damaged() {
        // Under an id of another kind: with a digit changed it would be the id of another request.
        next++;
        byte[] bytes = bytes(request().put("id", "damaged " + next));
        for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return Frame.of(bytes, Owes.AT_MOST_ONE);
    }

    private Frame notARequest() {
        String[] kinds = {"null", "true", "7", "\"ping\"", "{}", "{\"jsonrpc\":\"2.0\"}", "{\"jsonrpc\":\"1.0\",\"method\":\"ping\",\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"method\":7,\"id\":1}", "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":{}}", "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":7,\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", "{} {}", "", " ", "1e999999999", "\"\\ud800\""};
        return Frame.of(bytes(kinds[random.nextInt(kinds.length)]), Owes.ERROR_FOR_NOBODY);
    }

    private Frame notification() {
        ObjectNode request = request();
        request.remove("id");
        return Frame.of(bytes(request), Owes.NOTHING);
    }

    private Frame right() {
        ObjectNode request = request();
        return Frame.answered(bytes(request), request.get("id"));
    }

    /** One value somewhere in the parameters is another: of another type, very long, missing, or half a character. */
    private Frame changed() {
        ObjectNode request = request();
        JsonNode params = request.get("params");
        if (params != null && params.isContainerNode()) {
            change(params);
        }
        return Frame.answered(bytes(request), request.get("id"));
    }

    private void change(JsonNode place) {
        JsonNode at = place;
        while (true) {
            List<JsonNode> inner = new ArrayList<>();
            at.forEach(child -> {
                if (child.isContainerNode() && !child.isEmpty()) {
                    inner.add(child);
                }
            });
            if (inner.isEmpty() || random.nextInt(3) == 0) {
                break;
            }
            at = inner.get(random.nextInt(inner.size()));
        }
        if (at instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, value());
            }
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), value());
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextDouble() * Double.MAX_VALUE);
            case 4 -> NODES.arrayNode().add(NODES.nullNode()).add(1).add("x");
            case 5 -> NODES.objectNode().put("from", 7).put("author", true);
            case 6 -> NODES.textNode("");
            case 7 -> NODES.textNode("a\u0000b\n\r\u2028\uD83D");
            case 8 -> NODES.textNode("<".repeat(1 + random.nextInt(20_000)));
            case 9 -> NODES.textNode("../../../../etc/passwd");
            case 10 -> NODES.textNode("=?utf-8?B?" + "w6k".repeat(random.nextInt(500)) + "?= <a@b>, ;:\"\\");
            default -> NODES.textNode("2026-99-99T00:00:00Z");
        };
    }

    private ObjectNode request() {
        ObjectNode request = requests.get(random.nextInt(requests.size())).deepCopy();
        if (SLOW.contains(request.path("method").asText()) && random.nextInt(ONCE_IN) != 0) {
            request.put("method", "settings/get").putObject("params");
        }
        request.set("id", id());
        return request;
    }

    private JsonNode id() {
        next++;
        return random.nextBoolean() ? NODES.numberNode(next) : NODES.textNode("id " + next);
    }

    private static byte[] bytes(JsonNode json) {
        try {
            // By way of a string, which may hold half a character: the host gets a question mark, as from any writer of UTF-8.
            return bytes(JSON.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
