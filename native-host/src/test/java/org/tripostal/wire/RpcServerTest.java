package org.tripostal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripostal.Messages;

@Timeout(30)
class RpcServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> called = new ArrayList<>();
    private int status;

    private RpcServer server(byte[] input, OutputStream out) {
        return new RpcServer(new Frames(new ByteArrayInputStream(input), out), () -> Messages.in(Locale.ENGLISH))
                .method("echo", params -> {
                    called.add("echo");
                    return params.object("what");
                })
                .method("recurse", params -> recurse(0))
                .method("break", params -> {
                    throw new IllegalStateException("a fault of ours");
                })
                .method("link", params -> {
                    throw new NoClassDefFoundError("org/example/Missing");
                })
                .method("half", params -> JsonNodeFactory.instance.textNode("half \ud83d of a pair"))
                .method("long", params -> JsonNodeFactory.instance.textNode("é".repeat(Frames.LARGEST_OUT / 2)));
    }

    private static JsonNode recurse(int depth) {
        return recurse(depth + 1).deepCopy();
    }

    private List<JsonNode> answers(byte[] input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        status = server(input, out).serve();
        return FrameBytes.parse(out.toByteArray());
    }

    private JsonNode onlyAnswer(String... requests) throws IOException {
        List<JsonNode> answers = answers(FrameBytes.frames(requests));
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static void assertError(JsonNode answer, int code) {
        assertThat(answer.path("jsonrpc").asText()).isEqualTo("2.0");
        assertThat(answer.has("result")).isFalse();
        assertThat(answer.path("error").path("code").asInt()).isEqualTo(code);
        assertThat(answer.path("error").path("message").asText()).isNotBlank();
    }

    @Test
    void aRequestIsAnsweredUnderItsId() throws IOException {
        assertThat(onlyAnswer("{\"jsonrpc\":\"2.0\",\"id\":\"x1\",\"method\":\"echo\",\"params\":{\"what\":{\"é\":1}}}"))
                .isEqualTo(json("{'jsonrpc':'2.0','id':'x1','result':{'é':1}}"));
        assertThat(status).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "{", "{} {}", "{\"jsonrpc\":\"2.0\",}", "nul"})
    void aFrameThatIsNotJsonIsToldAndTheServerGoesOn(String frame) throws IOException {
        List<JsonNode> answers = answers(FrameBytes.frames(frame, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}"));
        assertThat(answers).hasSize(2);
        assertError(answers.get(0), -32700);
        assertThat(answers.get(0).get("id").isNull()).isTrue();
        assertThat(answers.get(1)).isEqualTo(json("{'jsonrpc':'2.0','id':2,'result':{'pong':true}}"));
    }

    @Test
    void bytesThatAreNotUtf8AreNotJson() throws IOException {
        List<JsonNode> answers = answers(FrameBytes.frame(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '(', '"', '}'}));
        assertThat(answers).hasSize(1);
        assertError(answers.get(0), -32700);
    }

    @Test
    void nestingOfAHundredThousandIsRefusedAndTheServerGoesOn() throws IOException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        String inside = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"echo\",\"params\":{\"what\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000) + "}}";
        List<JsonNode> answers = answers(FrameBytes.frames(deep, inside, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}"));
        assertThat(answers).hasSize(3);
        assertError(answers.get(0), -32700);
        assertError(answers.get(1), -32700);
        assertThat(answers.get(2).at("/result/pong").asBoolean()).isTrue();
    }

    @Test
    void aBatchGetsOneErrorAndNoneOfItIsDone() throws IOException {
        String request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"echo\",\"params\":{\"what\":{}}}";
        JsonNode answer = onlyAnswer("[" + request + "," + request + "]");
        assertError(answer, -32600);
        assertThat(answer.get("id").isNull()).isTrue();
        assertThat(called).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "7", "\"ping\"", "null", "{\"id\":1,\"method\":\"ping\"}", "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}", "{\"jsonrpc\":\"2.0\",\"id\":1}", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":7}",
    })
    void whatIsNoRequestIsRefused(String frame) throws IOException {
        JsonNode answer = onlyAnswer(frame);
        assertError(answer, -32600);
        assertThat(answer.get("id").isNull()).isTrue();
    }

    @Test
    void anUnknownMethodIsNamed() throws IOException {
        JsonNode answer = onlyAnswer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"messages/shred\"}");
        assertError(answer, -32601);
        assertThat(answer.at("/error/message").asText()).contains("messages/shred");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"what\":7}", "{\"what\":[]}", "{\"what\":null}", "[]"})
    void aBadParameterIsNamed(String params) throws IOException {
        JsonNode answer = onlyAnswer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"echo\",\"params\":" + params + "}");
        assertError(answer, -32602);
        assertThat(answer.at("/error/message").asText()).contains("echo").contains("what");
    }

    @Test
    void aNotificationIsDoneAndNeverAnswered() throws IOException {
        List<JsonNode> answers = answers(FrameBytes.frames(
                "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":{\"what\":{}}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"echo\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"unknown\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"break\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}"));
        assertThat(answers).isEmpty();
        assertThat(called).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"break", "recurse", "link"})
    void aMethodThatFailsIsAnsweredAndTheServerGoesOn(String method) throws IOException {
        List<JsonNode> answers = answers(FrameBytes.frames(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\"}", "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"echo\",\"params\":{\"what\":{}}}"));
        assertThat(answers).hasSize(2);
        assertError(answers.get(0), -32603);
        assertThat(answers.get(0).get("id").asInt()).isEqualTo(1);
        assertThat(answers.get(0).at("/error/message").asText()).contains(method);
        assertThat(answers.get(1)).isEqualTo(json("{'jsonrpc':'2.0','id':2,'result':{}}"));
    }

    @Test
    void anAnswerThatThunderbirdWouldNotTakeBecomesAnError() throws IOException {
        JsonNode answer = onlyAnswer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"long\"}");
        assertError(answer, -32005);
        assertThat(answer.get("id").asInt()).isEqualTo(1);
    }

    @Test
    void halfASurrogatePairDoesNotKeepAnAnswerBack() throws IOException {
        assertThat(onlyAnswer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"half\"}").path("result").asText()).startsWith("half ").endsWith(" of a pair");
    }

    @Test
    void aFrameThatIsTooLargeEndsTheServerWithAnError() throws IOException {
        byte[] length = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(Frames.LARGEST_IN + 1).array();
        List<JsonNode> answers = answers(length);
        assertThat(answers).hasSize(1);
        assertError(answers.get(0), -32003);
        assertThat(answers.get(0).get("id").isNull()).isTrue();
        assertThat(status).isEqualTo(1);
    }

    @Test
    void anInputCutOffEndsTheServerWithStatusOneAfterWhatCameWhole() throws IOException {
        byte[] whole = FrameBytes.frames("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"echo\",\"params\":{\"what\":{}}}", "{}");
        List<JsonNode> answers = answers(java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThat(answers).hasSize(1);
        assertThat(status).isEqualTo(1);
    }

    @Test
    void pingIsAnsweredWhileAnotherMethodIsAtWork() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        PipedOutputStream toServer = new PipedOutputStream();
        PipedInputStream fromServer = new PipedInputStream();
        RpcServer server = new RpcServer(new Frames(new PipedInputStream(toServer), new PipedOutputStream(fromServer)), () -> Messages.in(Locale.ENGLISH))
                .method("slow", params -> {
                    started.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return JsonNodeFactory.instance.textNode("done");
                });
        Frames here = new Frames(fromServer, OutputStream.nullOutputStream());
        var pool = Executors.newSingleThreadExecutor();
        try (toServer) {
            Future<Integer> serving = pool.submit(server::serve);
            toServer.write(FrameBytes.frame("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"slow\"}"));
            toServer.flush();
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            toServer.write(FrameBytes.frame("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}"));
            toServer.flush();
            assertThat(JSON.readTree(here.read().orElseThrow()).path("id").asInt()).isEqualTo(2);
            release.countDown();
            assertThat(JSON.readTree(here.read().orElseThrow()).path("result").asText()).isEqualTo("done");
            toServer.close();
            assertThat(serving.get(20, TimeUnit.SECONDS)).isZero();
        } finally {
            release.countDown();
            pool.shutdownNow();
        }
    }

    @Test
    void aMethodThatWaitsKeepsNoOtherWaitingAndComesAfterWhatWasAskedBefore() throws IOException {
        CountDownLatch echoed = new CountDownLatch(2);
        List<String> order = java.util.Collections.synchronizedList(new ArrayList<>());
        byte[] input = FrameBytes.frames(
                "{\"jsonrpc\":\"2.0\",\"method\":\"fast\"}", "{\"jsonrpc\":\"2.0\",\"method\":\"wait\"}", "{\"jsonrpc\":\"2.0\",\"method\":\"fast\"}");
        new RpcServer(new Frames(new ByteArrayInputStream(input), new ByteArrayOutputStream()), () -> Messages.in(Locale.ENGLISH))
                .method("fast", params -> {
                    order.add("fast");
                    echoed.countDown();
                    return JsonNodeFactory.instance.nullNode();
                })
                .waitingMethod("wait", params -> {
                    try {
                        order.add(echoed.getCount() <= 1 ? "begun behind the first" : "begun too early");
                        echoed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    order.add("waited");
                    return JsonNodeFactory.instance.nullNode();
                })
                .serve();
        assertThat(order).startsWith("fast").endsWith("waited").contains("begun behind the first");
    }
}
