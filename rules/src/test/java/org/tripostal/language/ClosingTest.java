package org.tripostal.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingTest {

    private static final String TEXT = "Hello Ann,\n\nI have read your draft from the first page to the last.\n\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Best regards                             | best regards",
        "BEST REGARDS,                            | best regards",
        "*Kind regards*                           | kind regards",
        "Thanks!                                  | thanks",
        "Thank you in advance for all of it.      | thank you in advance for all",
        "That is all. Cheers, Me                  | cheers",
        "That is all - cheers                     | cheers",
        "Cordialement                             | cordialement",
        "Bien à vous                              | bien a vous",
        "Bonne journée !                          | bonne journee",
        "À bientôt                                | a bientot",
        "Merci d’avance                           | merci d'avance",
        "Amitiés                                  | amities",
    })
    void whatTakesLeaveIsFoundInLowerCaseWithoutAccents(String line, String closing) {
        assertThat(Closing.in(TEXT + line.strip() + "\nMe")).isEqualTo(closing.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Me", "Nobody regards it as the best of all", "It is the best-seller of the year", "Thanksgiving is in November", "La cordialité règne ici", "",
        "The end.", "Tel. 01 23 45 67 89",
    })
    void whatLooksLikeAClosingIsNone(String line) {
        assertThat(Closing.in(TEXT + line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11,true", "12,false"})
    void aSignatureOfTwelveLinesHidesIt(int lines, boolean found) {
        assertThat(Closing.in(TEXT + "Best regards\n" + "Readers & Co\n".repeat(lines)).isEmpty()).isEqualTo(!found);
    }

    @Test
    void thanksAreAClosingOnlyWhereNothingIsSaidAfterThem() {
        assertThat(Closing.in(TEXT + "Thanks for that.\nMe")).isEqualTo("thanks for");
        assertThat(Closing.in(TEXT + "Thanks for that. It came in time for us.\nMe")).isEmpty();
        assertThat(Closing.in(TEXT + "Thanks for that.\n\nAnd then there is the other chapter, of which I must say a word.")).isEmpty();
        assertThat(Closing.in(TEXT + "Merci. Je le lirai demain.\nMoi")).isEmpty();
        assertThat(Closing.in(TEXT + "Merci, je le lirai dès demain matin.\nMoi")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,false"})
    void aPostscriptMayFollowButNotTheRestOfTheMessage(int paragraphs, boolean found) {
        String prose = "And then there is the other chapter, of which I must say a word too.\n\n";
        assertThat(Closing.in(TEXT + "Best regards\n\n" + prose.repeat(paragraphs)).isEmpty()).isEqualTo(!found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Salut Anne,", "Salutations à tous,", "Greetings,", "Bonne année à tous !"})
    void aGreetingOnTopIsNone(String greeting) {
        assertThat(Closing.in(greeting + "\nthe chairs are in the cellar of the village hall, and the key hangs beside the door.")).isEmpty();
        assertThat(Closing.in(greeting + "\nthe chairs are in the cellar of the village hall, and the key hangs beside the door.\n" + greeting + "\nMe")).isNotEmpty();
    }
}
