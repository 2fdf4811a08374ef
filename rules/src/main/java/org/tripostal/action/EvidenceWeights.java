package org.tripostal.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each kind of evidence weighs: the table {@code evidence-weights.txt}, fitted to labelled mail and written so that a person can read it. */
public final class EvidenceWeights {

    private static final Map<String, Double> WEIGHTS = read();

    private EvidenceWeights() {}

    /**
     * The weight of a kind of evidence.
     *
     * @throws IllegalArgumentException where there is none of this name
     */
    public static double of(String name) {
        Double weight = WEIGHTS.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("evidence-weights.txt knows no evidence \"" + name + "\"");
        }
        return weight;
    }

    /** All kinds in the order of the table. */
    public static Map<String, Double> all() {
        return Collections.unmodifiableMap(WEIGHTS);
    }

    private static Map<String, Double> read() {
        Map<String, Double> weights = new LinkedHashMap<>();
        try (InputStream in = EvidenceWeights.class.getResourceAsStream("evidence-weights.txt")) {
            if (in == null) {
                throw new IllegalStateException("evidence-weights.txt is missing from this program");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    String[] columns = line.strip().split("\\s+");
                    if (columns.length >= 2 && !columns[0].startsWith("#")) {
                        weights.put(columns[0], Double.valueOf(columns[1]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return weights;
    }
}
