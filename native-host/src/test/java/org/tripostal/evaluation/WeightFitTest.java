package org.tripostal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tripostal.mail.SpamLimits;

class WeightFitTest {

    private final Map<String, Double> before = Map.of("telling", 4.0, "common", 2.0, "rare", 3.0, "honest", -2.0);

    private Map<String, Double> fitted() {
        List<WeightFit.Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            samples.add(new WeightFit.Sample("mine", true, Set.of("telling", "common")));
            samples.add(new WeightFit.Sample("mine", false, Set.of("common", "honest")));
        }
        samples.add(new WeightFit.Sample("mine", true, Set.of("rare")));
        return new WeightFit(before).fit(samples, SpamLimits.DEFAULT);
    }

    @Test
    void whatTellsSpamWeighsMoreAfterwardsButNotMuch() {
        assertThat(fitted().get("telling")).isGreaterThan(4.0).isLessThanOrEqualTo(5.0);
    }

    @Test
    void whatIsRareAndWhatSpeaksForAnHonestSenderAreLeftAlone() {
        assertThat(fitted()).containsOnlyKeys("telling", "common");
    }

    @Test
    void theSameMessagesGiveTheSameWeights() {
        assertThat(fitted()).isEqualTo(fitted());
    }
}
