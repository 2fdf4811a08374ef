package org.tripostal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The reference for authors of rules says what the Javadoc of facts and actions says. With {@code -Dreference.write=true} it is written anew. */
class ReferenceTest {

    private static final Path SOURCES = Path.of("src/main/java/org/tripostal");
    private static final Path PAGE = Path.of("../docs/reference.md");

    @Test
    void thePageIsWhatTheJavadocSays() throws IOException {
        String made = made();
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(PAGE, made);
        }
        assertThat(PAGE).as("write it anew: mvn -q -pl rules test -Dtest=ReferenceTest -Dreference.write=true").content(StandardCharsets.UTF_8).isEqualTo(made);
    }

    @Test
    void everyFieldIsDescribed() throws IOException {
        assertThat(made().lines().filter(line -> line.startsWith("|"))).isNotEmpty().noneMatch(line -> line.matches("\\|.*\\|\\s*\\|"));
    }

    private static String made() throws IOException {
        DocumentationTool tool = ToolProvider.getSystemDocumentationTool();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = tool.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources = new ArrayList<>(List.of(SOURCES.resolve("language/Capitals.java")));
            for (String room : List.of("mail", "action")) {
                try (Stream<Path> all = Files.list(SOURCES.resolve(room))) {
                    all.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java")).sorted().forEach(sources::add);
                }
            }
            boolean done = tool.getTask(said, files, null, ReferenceDoclet.class, List.of("-sourcepath", SOURCES.resolve("../..").normalize().toString(), "-public", "-quiet"),
                    files.getJavaFileObjectsFromPaths(sources)).call();
            assertThat(done).as(said.toString()).isTrue();
        }
        return ReferenceDoclet.WRITTEN.get();
    }
}
