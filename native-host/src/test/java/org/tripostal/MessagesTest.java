package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)(?::[^{}]+)?\\}");

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> names(String sentence) {
        return NAME.matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everySentenceIsThereInBothLanguages() throws IOException {
        Properties english = properties("messages.properties");
        Properties french = properties("messages_fr.properties");
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames()).isNotEmpty();
        for (String key : english.stringPropertyNames()) {
            assertThat(french.getProperty(key)).as(key).isNotBlank();
            assertThat(names(french.getProperty(key))).as("values in " + key).isEqualTo(names(english.getProperty(key)));
        }
    }

    @Test
    void everyProblemHasARemedy() throws IOException {
        Set<String> keys = properties("messages.properties").stringPropertyNames();
        assertThat(keys).filteredOn(key -> (key.startsWith("routes.") || key.startsWith("file.")) && !key.endsWith(".remedy"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(keys).contains(key + ".remedy"));
    }

    @Test
    void whoeverSpeaksNeitherReadsEnglish() {
        assertThat(Messages.in(Locale.GERMAN).say("wire.notInitialized")).isEqualTo("initialize comes first.");
        assertThat(Messages.in(Locale.CANADA_FRENCH).say("wire.noMethod", Map.of("method", "x"))).isEqualTo("La méthode x n'existe pas.");
    }

    /** All that rules may look at, by the reference that is made from the facts and actions themselves. */
    @Test
    void whatARuleLooksAtHasWords() throws IOException {
        String reference = Files.readString(Path.of("../docs/reference.md"));
        String types = reference.substring(reference.indexOf("\n## Facts"), reference.indexOf("\n## Values"));
        assertThat(Pattern.compile("(?m)^### (\\w+)$").matcher(types).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(30).allSatisfy(type -> assertThat(Messages.in(Locale.FRENCH).fact(type)).isNotEqualTo(type));
        assertThat(Messages.in(Locale.ENGLISH).fact("OfTheirOwn")).isEqualTo("OfTheirOwn");
    }
}
