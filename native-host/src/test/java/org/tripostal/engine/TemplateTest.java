package org.tripostal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static String filled(String template, Map<String, Object> values, Locale locale) {
        return Template.fill(template, values::get, locale);
    }

    @Test
    void namesAreReplacedAndNothingElse() {
        assertThat(filled("{who} wrote to {whom}", Map.of("who", "Ann", "whom", "Bob"), Locale.ENGLISH)).isEqualTo("Ann wrote to Bob");
        assertThat(filled("no name", Map.of(), Locale.ENGLISH)).isEqualTo("no name");
        assertThat(filled("{unknown} { who } {} {who", Map.of("who", "Ann"), Locale.ENGLISH)).isEqualTo("{unknown} { who } {} {who");
        assertThat(filled("{{who}} {who:} {x{who}", Map.of("who", "Ann"), Locale.ENGLISH)).isEqualTo("{Ann} {who:} {xAnn");
    }

    @Test
    void aValueIsNoTemplate() {
        assertThat(filled("{who}{who}", Map.of("who", "$1 \\ {who}"), Locale.ENGLISH)).isEqualTo("$1 \\ {who}$1 \\ {who}");
    }

    @Test
    void numbersAreWrittenAsTheReaderDoes() {
        assertThat(filled("{n:file|files}, {size:bytes}", Map.of("n", 1, "size", 6_500_000), Locale.ENGLISH)).isEqualTo("1 file, 6.2 MB");
        assertThat(filled("{n:fichier|fichiers} : {size:bytes}", Map.of("n", 0, "size", 6_500_000), Locale.FRENCH)).isEqualTo("0 fichier\u00A0: 6,2 Mo");
    }
}
