package org.tripostal.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * What lies beside compiled rules: which model classes to load, and what their sources said.
 *
 * @param models the names of the generated classes that implement {@code org.drools.model.Model}
 * @param rules all rules, in order
 */
public record RuleIndex(List<CompiledModel> models, List<RuleInfo> rules) {

    /** Where the index of the built-in packs lies on the class path. */
    public static final String RESOURCE = "META-INF/tripostal/rules.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A generated model.
     *
     * @param pack the pack it belongs to
     * @param className the generated class
     */
    public record CompiledModel(String pack, String className) {}

    /** Reads an index as {@link #write} wrote it. */
    public static RuleIndex read(InputStream in) throws IOException {
        return JSON.readValue(in, RuleIndex.class);
    }

    /** Writes this index as JSON. */
    public void write(OutputStream out) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, this);
    }
}
