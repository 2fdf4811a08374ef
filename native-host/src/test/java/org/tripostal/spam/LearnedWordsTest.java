package org.tripostal.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tripostal.Messages;

class LearnedWordsTest {

    private final LearnedWords english = new LearnedWords(Messages.in(Locale.ENGLISH));
    private final LearnedWords french = new LearnedWords(Messages.in(Locale.FRENCH));

    @Test
    void traitsAreToldInPlainWords() {
        assertThat(english.say("", "cheap pills")).isEqualTo("“cheap pills”");
        assertThat(english.say("s", "offer")).isEqualTo("“offer” in the subject");
        assertThat(english.say("", "#4")).isEqualTo("a number like 0000");
        assertThat(english.say("rcv", "1 fqdn none")).isEqualTo("server 1 on the way (from yours) that gave a full name which was not checked");
        assertThat(french.say("d", "boutique.example")).isEqualTo("le site de l’expéditeur, boutique.example");
        assertThat(french.say("h", "answers")).isEqualTo("il répond à un message");
    }

    @Test
    void everyWayOfAServerHasWordsInBothLanguages() {
        for (LearnedWords words : List.of(english, french)) {
            for (String kind : List.of("ip", "bare", "dyn", "fqdn")) {
                for (String agreement : List.of("none", "same", "unknown", "odd", "dyn", "samesite", "other")) {
                    assertThat(words.say("rcv", kind + " " + agreement)).doesNotContain("{").doesNotContain("fqdn");
                }
            }
            for (String receivers : List.of("0", "1", "few", "many")) {
                assertThat(words.say("to", receivers)).isNotBlank();
            }
            for (String id : List.of("none", "same", "bare", "other")) {
                assertThat(words.say("id", id)).isNotBlank();
            }
        }
    }
}
