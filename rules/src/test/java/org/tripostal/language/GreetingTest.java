package org.tripostal.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hello Ann,                                  | Hello",
        "HELLO ANN                                   | HELLO",
        "Hi!                                         | Hi",
        "hi there - are you well?                    | hi",
        "Good morning everyone                       | Good morning",
        "Dear Sir or Madam:                          | Dear",
        "To whom it may concern                      | To whom it may concern",
        "Bonjour                                     | Bonjour",
        "Bonjour à toutes et à tous,                 | Bonjour",
        "Rebonjour Anne                              | Rebonjour",
        "Bonsoir, merci de votre réponse             | Bonsoir",
        "Chère Madame Dupont,                        | Chère",
        "Chers collègues, chères collègues,          | Chers",
        "Madame, Monsieur,                           | Madame, Monsieur",
        "Maître,                                     | Maître",
        "_Salut_ Paul !                              | Salut",
        "Ann,                                        | Ann,",
        "Jean-Pierre et Marie,                       | Jean-Pierre et Marie,",
        "Anne !                                      | Anne !",
        "Anne, bonjour,                              | bonjour",
        "Tom Brown, hi                               | hi",
    })
    void whatGreetsIsFoundAsItStands(String line, String greeting) {
        assertThat(Greeting.in(line.strip() + "\n\nThe text follows.")).isEqualTo(greeting.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Highlights of the week", "Heyday of the club", "Dearth of readers, says Bob", "Bonjourno is a misspelling of another word",
        "Hello is what everybody says when somebody comes in from the street to ask", "I said hello to Ann,", "Madame est servie", "Thanks, Ann,", "no greeting,",
        "Monsieur Dupont a téléphoné hier et rappellera demain matin vers dix heures, dit-il", "", "   ", ",", "12,",
    })
    void whatLooksLikeAGreetingIsNone(String text) {
        assertThat(Greeting.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9,true", "10,false"})
    void aLetterheadOfTenLinesHidesIt(int lines, boolean found) {
        assertThat(Greeting.in("a line of the letterhead\n\n".repeat(lines) + "Hello Ann,\n").isEmpty()).isEqualTo(!found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "Anne, je vous écris"})
    void aNameGreetsOnlyOnALineOfItsOwnWithAComma(String line) {
        assertThat(Greeting.in(line)).isEmpty();
        assertThat(Greeting.in("First line.\nAnn,")).isEmpty();
    }

    /** Below what was said, the same words take leave. */
    @ParameterizedTest
    @ValueSource(strings = {"Ciao,\nTom", "Salutations,\nJean Roux\nLe président de la chorale", "All the best,\nTom"})
    void whereNothingIsSaidBelowNobodyIsGreeted(String leave) {
        assertThat(Greeting.in("The chairs are in the cellar of the village hall.\n\n" + leave)).isEmpty();
        assertThat(Greeting.in("Apologies for cross-posting.\n\n" + leave + "\n\nThe chairs are in the cellar.")).isNotEmpty();
    }
}
