package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    Path folder;

    @Test
    void whereSomethingDoesNotWorkTheStatusIs1AndTheFixIsSaid() throws Exception {
        Program.Result result = new Program(folder).run("en", "doctor");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("WRONG").contains("Run: tripostal register").endsWith("Something does not work; what to do is said above.\n");
        JsonNode json = new ObjectMapper().readTree(new Program(folder).run("fr", "doctor", "--json").out());
        assertThat(json).hasSizeGreaterThan(4).allSatisfy(diagnosis -> {
            assertThat(diagnosis.path("state").asText()).isIn("ok", "warning", "error");
            assertThat(diagnosis.path("says").asText()).isNotEmpty().doesNotContain(folder.resolve("home").toString());
        });
    }
}
