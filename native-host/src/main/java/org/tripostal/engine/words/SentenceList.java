package org.tripostal.engine.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.lang.dsl.DSLMapping;
import org.drools.drl.parser.lang.dsl.DSLMappingEntry;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;

/**
 * A list of sentences and what each is in DRL, in the form of Drools' domain-specific languages: {@code [when][]the subject contains "{text}"=…}.
 *
 * @param name the list, as errors name it
 * @param text what it says
 */
public record SentenceList(String name, String text) {

    private static final List<String> BUILT_IN = List.of("en.dsl", "fr.dsl");
    private static final Pattern SENTENCE = Pattern.compile("^\\[(when|condition|then|consequence)]\\[[^]]*](.*?)(?<!\\\\)=", Pattern.CASE_INSENSITIVE);
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

    /** A sentence as its author may write it, for example {@code the subject contains "…"}. */
    record Sentence(boolean condition, String shown) {}

    /** All sentences, in order. */
    List<Sentence> sentences() {
        return text.lines().map(SENTENCE::matcher).filter(Matcher::find).map(found -> new Sentence(
                found.group(1).toLowerCase(Locale.ROOT).matches("when|condition"), shown(found.group(2)))).toList();
    }

    private static String shown(String pattern) {
        return PLACE.matcher(pattern).replaceAll("…").replaceAll("\\(\\?:([^|)]*)[^)]*\\)\\??", "$1").replace("?", "");
    }

    /**
     * The list as Drools takes it.
     *
     * @throws SentenceException where a line is not to be understood
     */
    DSLMapping mapping() throws SentenceException {
        DSLTokenizedMappingFile file = new DSLTokenizedMappingFile();
        try {
            if (!file.parseAndLoad(new StringReader(text)) || !file.getErrors().isEmpty()) {
                throw new SentenceException(name + ": " + file.getErrors());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (DSLMappingEntry entry : file.getMapping().getEntries()) {
            if (entry.getValuePattern() != null && entry.getValuePattern().contains("\n")) {
                throw new SentenceException(name + ": “" + entry.getMappingKey() + "” has more than one line");
            }
        }
        return file.getMapping();
    }
}
