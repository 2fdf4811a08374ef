package org.tripostal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripostal.action.Keep;

class SentencesTest {

    private static String because(Locale locale, Map<String, String> sentences, Map<String, Object> values) {
        RuleInfo rule = new RuleInfo("mine", "Invoices", "mine", "mine.drl", 1, 0, Precedence.USER, sentences, Set.of(), Map.of());
        return Explainer.forCheck(locale).because(new Decided(new Keep(), rule, 0, values, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1       | 1 bytes  | 1 octets", "1023 | 1,023 bytes | 1 023 octets", "1024 | 1 kB | 1 Ko", "512000 | 500 kB | 500 Ko",
        "1048576 | 1 MB     | 1 Mo", "6501171 | 6.2 MB | 6,2 Mo", "5368709120 | 5,120 MB | 5 120 Mo",
    })
    void aSizeIsWrittenAsAPersonReadsIt(long bytes, String english, String french) {
        assertThat(Template.fill("{n:bytes}", Map.<String, Object>of("n", bytes)::get, Locale.ENGLISH)).isEqualTo(english);
        assertThat(Template.fill("{n:bytes}", Map.<String, Object>of("n", bytes)::get, Locale.FRENCH).replaceAll("[\\u00A0\\u202F]", " ")).isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 files, 0 règle", "1, 1 file, 1 règle", "2, 2 files, 2 règles", "1.5, 1.5 files, '1,5 règle'"})
    void aNumberHasTheWordThatGoesWithIt(double count, String english, String french) {
        assertThat(Template.fill("{n:file|files}", Map.<String, Object>of("n", count)::get, Locale.ENGLISH)).isEqualTo(english);
        assertThat(Template.fill("{n:règle|règles}", Map.<String, Object>of("n", count)::get, Locale.FRENCH)).isEqualTo(french);
        assertThat(Template.fill("{n:file|files}", Map.<String, Object>of("n", "many")::get, Locale.ENGLISH)).isEqualTo("many");
    }

    @Test
    void aNameWithoutAValueStaysAndAValueIsNeverATemplate() {
        Map<String, Object> values = Map.of("a", "{b} $1 \\", "b", "never");
        assertThat(Template.fill("{a} {c} {} { a }", values::get, Locale.ENGLISH)).isEqualTo("{b} $1 \\ {c} {} { a }");
    }

    @Test
    void aSentenceIsInTheLanguageAskedElseEnglishElseAnyElseTheNameOfTheRule() {
        Map<String, String> both = Map.of("en", "yes {x}", "fr", "oui {x}");
        Map<String, Object> values = Map.of("x", 1_000);
        assertThat(because(Locale.CANADA_FRENCH, both, values)).startsWith("oui 1");
        assertThat(because(Locale.GERMAN, both, values)).startsWith("yes 1");
        assertThat(because(Locale.ENGLISH, Map.of("fr", "oui"), values)).isEqualTo("oui");
        assertThat(because(Locale.ENGLISH, Map.of(), values)).isEqualTo("the rule “Invoices” applies");
        assertThat(because(Locale.FRENCH, Map.of(), values)).isEqualTo("la règle «\u00A0Invoices\u00A0» s'applique");
    }

    @Test
    void aLongTextOfTheMessageIsShortenedToOneLineWithoutCuttingACharacter() {
        Map<String, String> sentence = Map.of("en", "{x}");
        assertThat(because(Locale.ENGLISH, sentence, Map.of("x", " one\r\n\ttwo  three "))).isEqualTo("one two three");
        assertThat(because(Locale.ENGLISH, sentence, Map.of("x", "x".repeat(80)))).isEqualTo("x".repeat(80));
        assertThat(because(Locale.ENGLISH, sentence, Map.of("x", "x".repeat(81)))).isEqualTo("x".repeat(79) + "…");
        String cakes = because(Locale.ENGLISH, sentence, Map.of("x", "🎂".repeat(100)));
        assertThat(cakes).isEqualTo("🎂".repeat(79) + "…");
    }
}
