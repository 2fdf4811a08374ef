package org.tripostal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked in pieces is answered as by one pattern of all. */
class LineStartsTest {

    private static final List<String> PIECES = List.of("this", " ", "e-mail", "message", "is ", "confidential", "mailing list", "listinfo/", "to unsubscribe", "unsubscribe", ": ", "<", "ce ",
            "pour vous desabonner", "lien de desinscription", "the ", "views expressed", "before you print", "consider the environment ", "get your free hotmail ", "no virus found", "avg",
            "sent", "a", "x", "-", "  ", "liste de diffusion", "please ", "message contient", "au capital", "sarl ", "8:00? 8:25", "yahoo! mail");

    @ParameterizedTest
    @ValueSource(strings = {"footers.txt", "disclaimers.txt"})
    void fitsWhereOnePatternOfAllWouldFit(String list) {
        LineStarts starts = new LineStarts(list);
        Pattern all = Pattern.compile("(?:" + Words.alternatives(list) + ").*");
        Random random = new Random(1);
        int fitted = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder line = new StringBuilder();
            for (int pieces = random.nextInt(6); pieces >= 0; pieces--) {
                line.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            boolean expected = all.matcher(line).matches();
            assertThat(starts.fit(line.toString())).as(line.toString()).isEqualTo(expected);
            fitted += expected ? 1 : 0;
        }
        assertThat(fitted).isBetween(500, 19_500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"footers.txt", "disclaimers.txt"})
    void anEmptyLineFitsNothing(String list) {
        assertThat(new LineStarts(list).fit("")).isFalse();
    }
}
