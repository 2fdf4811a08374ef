package org.tripostal.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built image starts from wherever a user or Thunderbird starts it, and needs no Java of the system's. */
class ImageIT {

    private static final Path IMAGE = Path.of(System.getProperty("tripostal.image"));

    @TempDir
    Path folder;

    @Test
    void theProgramRunsThroughSymbolicLinksAndWithoutJava() throws Exception {
        Path direct = Files.createSymbolicLink(folder.resolve("direct"), IMAGE.resolve("bin/tripostal"));
        Path around = Files.createDirectories(folder.resolve("a folder/with é")).resolve("tripostal");
        Files.createSymbolicLink(around, around.getParent().relativize(direct));
        Process process = start(around, "--help");
        process.getOutputStream().close();
        assertThat(read(process)).as("usage").containsIgnoringCase("usage").contains("check");
    }

    @Test
    void theHostAnswersAPingAndEndsWithItsInput() throws Exception {
        Process host = start(Files.createSymbolicLink(folder.resolve("host"), IMAGE.resolve("bin/tripostal-host")));
        byte[] ping = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
        host.getOutputStream().write(length(ping.length));
        host.getOutputStream().write(ping);
        host.getOutputStream().flush();
        DataInputStream in = new DataInputStream(host.getInputStream());
        byte[] answer = in.readNBytes(ByteBuffer.wrap(in.readNBytes(Integer.BYTES)).order(ByteOrder.nativeOrder()).getInt());
        JsonNode json = new ObjectMapper().readTree(answer);
        assertThat(json.path("id").asInt()).isEqualTo(7);
        assertThat(json.at("/result/pong").asBoolean()).isTrue();

        host.getOutputStream().close();
        assertThat(in.readAllBytes()).as("anything else on standard output").isEmpty();
        assertThat(host.waitFor(10, TimeUnit.SECONDS)).as("it ends with its input").isTrue();
        assertThat(host.exitValue()).isZero();
    }

    @Test
    void anImageThatWasCopiedElsewhereRegistersItselfAndSaysNothingOfItsArchive() throws Exception {
        Path copy = folder.resolve("Mes programmes/tripostal");
        Process cp = new ProcessBuilder("cp", "-r", IMAGE.toString(), Files.createDirectories(copy.getParent()).toString()).inheritIO().start();
        assertThat(cp.waitFor()).isZero();
        ProcessBuilder register = new ProcessBuilder(copy.resolve("bin/tripostal").toString(), "register", "--print")
                .redirectError(folder.resolve("said").toFile());
        register.environment().put("HOME", folder.toString());
        assertThat(read(register.start())).contains("\"path\" : \"" + copy.resolve("bin/tripostal-host") + "\"");
        assertThat(folder.resolve("said")).isEmptyFile();
    }

    private Process start(Path program, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList()).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", "/bin");
        builder.environment().put("TRIPOSTAL_CONFIG_DIR", folder.resolve("config").toString());
        return builder.start();
    }

    private static String read(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(length).array();
    }
}
