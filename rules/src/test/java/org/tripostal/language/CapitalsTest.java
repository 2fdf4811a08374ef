package org.tripostal.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hello Ann       | 8  | 2  | 0 | 25",
        "ANSWER ME NOW   | 11 | 11 | 1 | 100",
        "ÉTÉ ÇA Œuvre    | 10 | 6  | 0 | 60",
        "NASA and UNESCO | 13 | 10 | 2 | 77",
        "iPhone          | 6  | 1  | 0 | 17",
        "你好 مرحبا        | 0  | 0  | 0 | 0",
        "12 % !          | 0  | 0  | 0 | 0",
        "ＦＵＬＬ         | 4  | 4  | 1 | 100",
    })
    void lettersWithACaseAreCounted(String text, int letters, int upper, int longWords, int percent) {
        Capitals capitals = Capitals.of(text);
        assertThat(capitals).extracting(Capitals::letters, Capitals::upper, Capitals::longWords, Capitals::percent).containsExactly(letters, upper, longWords, percent);
    }

    @Test
    void addressesOfPagesAndOfPeopleAreLeftOutOfRunningText() {
        assertThat(Capitals.ofText("see HTTPS://EXAMPLE.ORG/A and WWW.EXAMPLE.ORG or ME@EXAMPLE.ORG").upper()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Re: Fwd: [club] HELLO | HELLO", "RE : TR : Bonjour | Bonjour", "re[2]: x | x", "[a] [b] c | c", "Réf. : x | Réf. : x", "Reply: x | Reply: x", "Re: | ''",
    })
    void theMarksBeforeASubjectAreNotTheWriters(String subject, String bare) {
        assertThat(SubjectLine.withoutMarks(subject.strip())).isEqualTo(bare.strip().replace("''", ""));
    }
}
