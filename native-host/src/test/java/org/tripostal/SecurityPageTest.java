package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What SECURITY.md promises is shown by a test that is there. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Pattern SCRIPT = Pattern.compile("`([\\w-]+\\.test\\.js): ([^`]+)`");

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        String page = Files.readString(ROOT.resolve("SECURITY.md"));
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Matcher java = JAVA.matcher(page); java.find(); named++) {
            if (!tests(java.group(1) + ".java").contains(" " + java.group(2) + "(")) {
                missing.add(java.group());
            }
        }
        for (Matcher script = SCRIPT.matcher(page); script.find(); named++) {
            if (!tests(script.group(1)).contains("test(\"" + script.group(2) + "\"")) {
                missing.add(script.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).as("tests named").isGreaterThan(30);
    }

    @Test
    void everyThreatNamesATest() throws IOException {
        List<String> threats = Files.readAllLines(ROOT.resolve("SECURITY.md")).stream().filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| what could be tried")).toList();
        assertThat(threats).hasSizeGreaterThan(20).allMatch(line -> JAVA.matcher(line).find() || SCRIPT.matcher(line).find());
    }

    /** The text of the test of this file name, wherever it is; empty where there is none. */
    private static String tests(String name) throws IOException {
        for (String folder : List.of("rules/src/test", "native-host/src/test", "installer/src/test", "extension/test")) {
            try (Stream<Path> files = Files.exists(ROOT.resolve(folder)) ? Files.walk(ROOT.resolve(folder)) : Stream.empty()) {
                for (Path file : files.filter(path -> path.getFileName().toString().equals(name)).toList()) {
                    return Files.readString(file);
                }
            }
        }
        return "";
    }
}
