package org.tripostal.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts written for the purpose, in files: separated by lines of {@code ====}; lines that begin with {@code #} are notes. */
final class Samples {

    private Samples() {}

    static List<String> of(String file) throws IOException {
        List<String> samples = new ArrayList<>();
        StringBuilder sample = new StringBuilder();
        try (InputStream in = Samples.class.getResourceAsStream(file); BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("====")) {
                    samples.add(sample.toString());
                    sample.setLength(0);
                } else if (!line.startsWith("#")) {
                    sample.append(line).append('\n');
                }
            }
        }
        samples.add(sample.toString());
        return samples.stream().filter(text -> !text.isBlank()).toList();
    }

    /** One sample a line. */
    static List<String> lines(String file) throws IOException {
        return of(file).stream().flatMap(String::lines).filter(line -> !line.isBlank()).map(line -> line.replace("⏎", "\n")).toList();
    }
}
