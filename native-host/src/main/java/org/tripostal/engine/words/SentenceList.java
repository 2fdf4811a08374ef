package org.tripostal.engine.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.parser.lang.dsl.DSLMappingEntry;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;
import org.drools.drl.parser.lang.dsl.DefaultDSLMapping;
import org.drools.drl.parser.lang.dsl.DefaultExpander;

/**
 * A list of sentences and what each is in DRL, in the form of Drools' domain-specific languages: {@code [when][]the subject contains "{text}"=…}.
 *
 * @param name the list, as errors name it
 * @param text what it says
 */
public record SentenceList(String name, String text) {

    private static final List<String> BUILT_IN = List.of("en.dsl", "fr.dsl");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    /** The lists that come with the program: English and French. */
    public static List<SentenceList> builtIn() {
        return BUILT_IN.stream().map(SentenceList::resource).toList();
    }

    private static SentenceList resource(String name) {
        try (InputStream in = SentenceList.class.getResourceAsStream(name)) {
            return new SentenceList(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A sentence of a list.
     *
     * @param condition whether it is a condition, and not a decision
     * @param entry the sentence as Drools takes it
     */
    record Sentence(boolean condition, DSLMappingEntry entry) {

        /** As an author may write it, for example {@code the subject contains "…"}. */
        String shown() {
            return PLACE.matcher(entry.getMappingKey()).replaceAll("…").replaceAll("\\(\\?:([^|)]*)[^)]*\\)\\??", "$1").replace("?", "");
        }

        /** Whether a line is this sentence, from its first to its last letter. */
        boolean matches(String line) {
            return entry.getKeyPattern().matcher(line).matches();
        }

        /** The line as DRL. */
        String expand(String line) {
            DefaultDSLMapping alone = new DefaultDSLMapping();
            alone.addEntry(entry);
            DefaultExpander expander = new DefaultExpander();
            expander.addDSLMapping(alone);
            String rule = condition ? "rule \"x\"\nwhen\n" + line + "\nthen\nend\n" : "rule \"x\"\nwhen\nthen\n" + line + "\nend\n";
            return expander.expand(rule).lines().skip(condition ? 2 : 3).findFirst().orElseThrow().strip();
        }
    }

    /**
     * All sentences, in order.
     *
     * @throws SentenceException where a line is not to be understood
     */
    List<Sentence> sentences() throws SentenceException {
        DSLTokenizedMappingFile file = new DSLTokenizedMappingFile();
        try {
            if (!file.parseAndLoad(new StringReader(text)) || !file.getErrors().isEmpty()) {
                throw new SentenceException(name + ": " + file.getErrors());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Sentence> sentences = new ArrayList<>();
        for (DSLMappingEntry entry : file.getMapping().getEntries()) {
            if (entry.getMappingValue().contains("\n")) {
                throw new SentenceException(name + ": “" + entry.getMappingKey() + "” has more than one line");
            }
            if (entry.getSection() != DSLMappingEntry.KEYWORD) {
                sentences.add(new Sentence(entry.getSection() == DSLMappingEntry.CONDITION, entry));
            }
        }
        return sentences;
    }
}
