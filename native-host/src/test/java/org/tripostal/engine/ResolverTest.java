package org.tripostal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripostal.action.Action;
import org.tripostal.action.AddTag;
import org.tripostal.action.FileInto;
import org.tripostal.action.Finding;
import org.tripostal.action.Flag;
import org.tripostal.action.Keep;
import org.tripostal.action.MarkJunk;
import org.tripostal.action.SpamEvidence;

class ResolverTest {

    private static Decided decided(Action action, Precedence precedence, int salience, int order) {
        RuleInfo rule = new RuleInfo("pack", "rule " + order, "pack.p" + order, "pack/f.drl", 1, order, precedence, Map.of(), Set.of(), Map.of());
        return new Decided(action, rule, salience, Map.of(), List.of());
    }

    private static Decided into(String folder, Precedence precedence, int salience, int order) {
        return decided(new FileInto(folder), precedence, salience, order);
    }

    @Test
    void nothingInsertedIsNothingDone() {
        Decision decision = Resolver.resolve(List.of());
        assertThat(decision.actions()).isEmpty();
        assertThat(decision.lost()).isEmpty();
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.spam().verdict()).isEqualTo("ham");
    }

    @Test
    void theStrongerKindWinsWhateverTheSalienceAndTheOrder() {
        List<Decided> strongestFirst = new ArrayList<>();
        int place = 100;
        for (Precedence precedence : Precedence.values()) {
            strongestFirst.add(into(precedence.name(), precedence, -place, place--));
        }
        for (int from = 0; from < strongestFirst.size(); from++) {
            List<Decided> shuffled = new ArrayList<>(strongestFirst.subList(from, strongestFirst.size()));
            Collections.reverse(shuffled);
            Decision decision = Resolver.resolve(shuffled);
            assertThat(decision.actions()).containsExactly(strongestFirst.get(from));
            assertThat(decision.lost()).extracting(Decision.Lost::decided).isEqualTo(strongestFirst.subList(from + 1, strongestFirst.size()));
        }
    }

    @Test
    void precedenceIsTheOrderThatTheDesignFixesWithTheOrganisationBeforeOrAfterAllThatIsTheUsers() {
        assertThat(Precedence.values()).containsExactly(Precedence.KEEP, Precedence.SERVER_VERDICT, Precedence.ORGANISATION_FIRST, Precedence.USER, Precedence.ROUTE,
                Precedence.ORGANISATION_LAST, Precedence.SPAM_SCORE, Precedence.OWN_MAIL, Precedence.LIST);
    }

    @Test
    void keepBeatsAServersVerdictWhoeverSaysIt() {
        Decided keep = decided(new Keep(), Precedence.LIST, 0, 9);
        Decided junk = decided(new MarkJunk(), Precedence.SERVER_VERDICT, 99, 1);
        Decision decision = Resolver.resolve(List.of(junk, keep));
        assertThat(decision.actions()).containsExactly(keep);
        assertThat(decision.lost()).containsExactly(new Decision.Lost(junk, keep));
    }

    @ParameterizedTest
    @CsvSource({"10,5, 0,1, first", "0,5, 10,1, second", "0,1, 0,2, first", "0,2, 0,1, second", "-1,1, 0,2, second"})
    void withinAKindTheHigherSalienceWinsThenTheOrderOfTheRules(int salience, int order, int otherSalience, int otherOrder, String winner) {
        Decision decision = Resolver.resolve(List.of(into("first", Precedence.USER, salience, order), into("second", Precedence.USER, otherSalience, otherOrder)));
        assertThat(decision.actions()).extracting(Decided::action).containsExactly(new FileInto(winner));
        assertThat(decision.lost()).hasSize(1).first().extracting(Decision.Lost::to).isEqualTo(decision.actions().get(0));
    }

    @Test
    void whoWantsTheSameAsTheWinnerDidNotLose() {
        assertThat(Resolver.resolve(List.of(into("Family", Precedence.USER, 0, 1), into("Family", Precedence.ROUTE, 0, 2))).lost()).isEmpty();
    }

    @Test
    void tagsAndFlagsAddUpAndEachIsDoneOnce() {
        Decision decision = Resolver.resolve(List.of(
                decided(new AddTag("b"), Precedence.USER, 0, 3), decided(new Flag(), Precedence.USER, 0, 2), decided(new AddTag("a"), Precedence.USER, 0, 1),
                decided(new AddTag("b"), Precedence.LIST, 0, 4), into("Family", Precedence.LIST, 0, 5)));
        assertThat(decision.actions()).extracting(Decided::action)
                .containsExactly(new FileInto("Family"), new AddTag("a"), new Flag(), new AddTag("b"));
        assertThat(decision.lost()).isEmpty();
    }

    @Test
    void theGravestFindingComesFirst() {
        Decision decision = Resolver.resolve(List.of(
                decided(Finding.tip("t"), Precedence.USER, 0, 1), decided(Finding.ask("a2"), Precedence.USER, 0, 3),
                decided(Finding.block("b"), Precedence.USER, 0, 4), decided(Finding.ask("a1"), Precedence.USER, 0, 2)));
        assertThat(decision.findings()).extracting(one -> ((Finding) one.action()).code()).containsExactly("b", "a1", "a2", "t");
        assertThat(decision.actions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-10,ham", "0,ham", "3.9,ham", "4.1,unsure", "6.1,unsure", "6.3,spam", "8,spam", "800,spam", "-800,ham"})
    void evidenceAddsUpToAScoreBetweenZeroAndOne(double weight, String verdict) {
        SpamScore score = Resolver.resolve(List.of(
                decided(new SpamEvidence("a", weight / 2), Precedence.USER, 0, 1), decided(new SpamEvidence("b", weight / 2), Precedence.USER, 0, 2))).spam();
        assertThat(score.verdict()).isEqualTo(verdict);
        assertThat(score.score()).isBetween(0.0, 1.0);
    }
}
