package org.tripostal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.Came;
import org.tripostal.Leaves;
import org.tripostal.action.FileInto;
import org.tripostal.mail.Body;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.NetiquetteLimits;
import org.tripostal.mail.Route;
import org.tripostal.mail.Sign;

class JudgeTest {

    private static RuleSet rules;
    private Judge judge;

    @BeforeAll
    static void compile() {
        rules = RuleSet.builtIn(RuleSet.builtInPacks());
    }

    @BeforeEach
    void open() {
        judge = new Judge(rules, List.of(NetiquetteLimits.DEFAULT, Route.ofAddress("ann@example.org", "Family"), Route.ofDomain("club.example", "Club")));
    }

    @AfterEach
    void close() {
        judge.close();
    }

    private static IncomingMessage from(String address) {
        return Came.from(address).message();
    }

    private List<String> rulesFired(Collection<?> facts) throws RuleFailure {
        return judge.judge(facts).stream().map(decided -> decided.rule().rule()).distinct().toList();
    }

    @Test
    void nothingOfOneMessageLeaksIntoTheNext() throws RuleFailure {
        assertThat(rulesFired(List.of(from("x@example.net"), new Header("x-spam-flag", "YES")))).containsExactly("The server says it is spam");
        assertThat(rulesFired(List.of(from("x@example.net")))).isEmpty();
        assertThat(rulesFired(List.of(from("ann@example.org")))).containsExactly("Sort by sender");
        assertThat(rulesFired(List.of(new Header("x-spam-flag", "YES")))).isEmpty();
        assertThat(rulesFired(List.of(Leaves.about("")))).containsExactly("A message has a subject");
        assertThat(rulesFired(List.of(Leaves.about("Hello")))).isEmpty();
    }

    @Test
    void aThousandMessagesAreJudgedAlike() throws RuleFailure {
        for (int i = 0; i < 1_000; i++) {
            assertThat(judge.judge(List.of(from("ann@example.org")))).extracting(Decided::action).containsExactly(new FileInto("Family"));
            assertThat(judge.judge(List.of(from(i + "@club.example")))).extracting(Decided::action).containsExactly(new FileInto("Club"));
        }
    }

    @Test
    void afterAnExceptionTheNextMessageIsJudgedWell() throws RuleFailure {
        Body broken = new Body(null, "", List.of());
        assertThatThrownBy(() -> judge.judge(List.of(Leaves.about(""), broken))).isInstanceOf(RuleFailure.class).hasMessageStartingWith("a rule failed");
        assertThat(rulesFired(List.of(Leaves.about("Hello")))).isEmpty();
        assertThat(rulesFired(List.of(from("ann@example.org")))).containsExactly("Sort by sender");
    }

    @Test
    void factsThatNoRuleLooksAtAreLeftAside() throws RuleFailure {
        record Stranger() {}
        assertThat(rules.looksAt(Stranger.class)).isFalse();
        assertThat(rulesFired(List.of(new Stranger(), from("ann@example.org")))).containsExactly("Sort by sender");
        assertThat(RuleSet.builtIn(Set.of("sorting")).looksAt(Header.class)).isFalse();
    }

    @Test
    void whatOnlyRulesOnMailThatLeavesLookAtIsNotWorkedOutForMailThatCame() throws RuleFailure {
        Body broken = new Body(null, "", List.of());
        assertThat(rulesFired(List.of(from("ann@example.org"), broken))).containsExactly("Sort by sender");
        assertThatThrownBy(() -> judge.judge(List.of(Leaves.about(""), broken))).isInstanceOf(RuleFailure.class);
        assertThat(RuleSet.builtIn(Set.of("spam", "netiquette")).looksAt(Sign.class, false)).isTrue();
    }

    @Test
    void onlyRulesOnMailThatCameCostADownload() {
        assertThat(rules.looksAt(Body.class)).isTrue();
        assertThat(rules.needsBody()).isTrue();
        assertThat(RuleSet.builtIn(Set.of("netiquette", "sorting")).needsBody()).isFalse();
    }

    @Test
    void aDecisionTellsWhatMatchedAndWithWhichValues() throws RuleFailure {
        Decided decided = judge.judge(List.of(from("ann@example.org"))).get(0);
        assertThat(decided.matched()).containsExactly(new Decided.Matched("from", "ann@example.org"));
        assertThat(decided.values()).containsEntry("from", "ann@example.org").containsEntry("folder", "Family");
        assertThat(decided.salience()).isEqualTo(10);
        assertThat(decided.rule().precedence()).isEqualTo(Precedence.ROUTE);
        assertThat(decided.rule().file()).isEqualTo("sorting/routes.drl");
    }

    @Test
    void everyBuiltInRuleSaysWhyInBothLanguages() {
        assertThat(rules.all()).isNotEmpty().allSatisfy(rule -> assertThat(rule.because()).as(rule.rule()).containsOnlyKeys("en", "fr"));
    }

    @Test
    void whatSeveralHeaderFieldsFireIsDecidedOnce() throws Exception {
        judge.close();
        judge = new Judge(RuleSet.builtIn(Set.of("spam")), List.of());
        Header field = new Header("x-spam-flag", "YES");
        Header again = new Header("x-spam-flag", "yes, twice");
        assertThat(judge.judge(List.of(from("x@example.net"), field, again)).stream().map(decided -> decided.action().toString()).toList()).doesNotHaveDuplicates();
    }
}
