package org.tripostal.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What lies beside compiled rules: which model classes to load, and what their sources said.
 *
 * @param models the names of the generated classes that implement {@code org.drools.model.Model}
 * @param rules all rules, in order
 */
public record RuleIndex(List<CompiledModel> models, List<RuleInfo> rules) {

    /** Where the index of the built-in packs lies on the class path. */
    public static final String RESOURCE = "META-INF/tripostal/rules.json";

    /**
     * A generated model.
     *
     * @param pack the pack it belongs to
     * @param className the generated class
     */
    public record CompiledModel(String pack, String className) {}

    /** Reads an index as {@link #write} wrote it. By hand: every start waits for it, and a mapper would first study the records by reflection. */
    public static RuleIndex read(InputStream in) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(in)) {
            json.nextToken();
            Map<?, ?> index = (Map<?, ?>) value(json);
            List<CompiledModel> models = new ArrayList<>();
            for (Object model : (List<?>) index.get("models")) {
                models.add(new CompiledModel(text(model, "pack"), text(model, "className")));
            }
            List<RuleInfo> rules = new ArrayList<>();
            for (Object rule : (List<?>) index.get("rules")) {
                rules.add(new RuleInfo(
                        text(rule, "pack"), text(rule, "rule"), text(rule, "drlPackage"), text(rule, "file"), number(rule, "line"), number(rule, "order"),
                        Precedence.ofKind(text(rule, "precedence")), texts(rule, "because"),
                        Collections.unmodifiableSet(new LinkedHashSet<>(list(rule, "looksAt"))), texts(rule, "bindings"), texts(rule, "sentence")));
            }
            return new RuleIndex(models, rules);
        }
    }

    private static Object value(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    json.nextToken();
                    object.put(name, value(json));
                }
                return object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(json));
                }
                return array;
            }
            case VALUE_NUMBER_INT -> {
                return json.getIntValue();
            }
            default -> {
                return json.getText();
            }
        }
    }

    private static Object of(Object object, String name) throws IOException {
        Object value = ((Map<?, ?>) object).get(name);
        if (value == null) {
            throw new IOException("the index of compiled rules lacks “" + name + "”");
        }
        return value;
    }

    private static String text(Object object, String name) throws IOException {
        return (String) of(object, name);
    }

    private static int number(Object object, String name) throws IOException {
        return (Integer) of(object, name);
    }

    private static List<String> list(Object object, String name) throws IOException {
        return ((List<?>) of(object, name)).stream().map(String::valueOf).toList();
    }

    private static Map<String, String> texts(Object object, String name) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        ((Map<?, ?>) of(object, name)).forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    /** Writes this index as JSON, without a space too many, since every start reads it. */
    public void write(OutputStream out) throws IOException {
        new ObjectMapper().writeValue(out, this);
    }
}
