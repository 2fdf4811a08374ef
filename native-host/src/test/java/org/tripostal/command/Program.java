package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tripostal.Main;

/** The program as a person or a script starts it: a process of its own, with folders of its own. */
record Program(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came of it. */
    record Result(int status, String out, String err) {
        List<JsonNode> lines() throws IOException {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : out.lines().toList()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        }
    }

    Path config() {
        return folder.resolve("config");
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Of whoever runs the tests: it counts where that is root. */
    Path organisation() {
        return folder.resolve("organisation");
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Runs a command to its end. */
    Result run(String language, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Duser.language=" + language, "-Dtripostal.home=" + folder.resolve("image"), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out).redirectError(err);
        builder.environment().putAll(Map.of(
                "TRIPOSTAL_CONFIG_DIR", config().toString(), "TRIPOSTAL_DATA_DIR", data().toString(), "TRIPOSTAL_ORGANISATION_DIR", organisation().toString(), "HOME", home().toString(), "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the program ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), Files.readString(out.toPath(), StandardCharsets.UTF_8), Files.readString(err.toPath()));
    }
}
