package org.tripostal.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tripostal.engine.RuleInfo;

class RuleSentenceTest {

    private static RuleInfo rule(String conditions, String decision) throws CompileException {
        return DrlReader.read("user", "a.drl", "package a\nrule \"r\"\nwhen\n" + conditions + "\nthen\n" + decision + "\nend\n", 0).get(0);
    }

    @Test
    void aRuleIsSaidInEnglishAndFrench() throws CompileException {
        RuleInfo rule = rule("IncomingMessage(from == \"ann@example.org\", subject matches \"(?isu).*\\\\Qinvoice\\\\E.*\")", "insert(new FileInto(\"Bills\"));");
        assertThat(rule.sentence())
                .containsEntry("en", "If the sender is “ann@example.org” and the subject contains “invoice”: file it into “Bills”.")
                .containsEntry("fr", "Si l'expéditeur est «\u00A0ann@example.org\u00A0» et l'objet contient «\u00A0invoice\u00A0»\u00A0: le ranger dans «\u00A0Bills\u00A0».");
    }

    @Test
    void variablesAreSaidByWhatTheyStandFor() throws CompileException {
        assertThat(rule("IncomingMessage($from : from, from != \"\")\nRoute(from == $from, $folder : folder)", "insert(new FileInto($folder));").sentence())
                .containsEntry("en", "If it has a sender and there is a route (the address is the sender): file it into the route's folder.");
    }

    @Test
    void negationAndSeveralDecisionsAreSaid() throws CompileException {
        assertThat(rule("IncomingMessage(read == false)\nnot Header(name == \"list-id\")\nexists Attachment(dangerous == true)", "insert(new AddTag(\"x\")); insert(new Flag());").sentence())
                .containsEntry("en", "If it is unread, there is no header field (the name is “list-id”) and there is an attachment (it may run a program): "
                        + "tag it “x”, and give it a star.");
    }

    @Test
    void aPatternThatIsNothingButWordsIsSaidAsWords() throws CompileException {
        assertThat(rule("IncomingMessage(subject matches \"(?i)yes\\\\b.*\", fromName matches \".*club.*\", list matches \"a.b\")", "insert(new Flag());").sentence())
                .containsEntry("en", "If the subject begins with “yes”, the sender's name contains “club” and the mailing list fits the pattern “a.b”: give it a star.");
    }

    @Test
    void whatIsThereWithoutMoreIsSaidAsAClause() throws CompileException {
        assertThat(rule("InJunk()\nIncomingMessage(fromOneself == false)\nexists OwnOriginal()", "insert(new PutForward());").sentence())
                .containsEntry("en", "If it lies in the junk folder, you did not write it yourself and it answers a message of yours: put it forward as what you may be waiting for.")
                .containsEntry("fr", "S'il est dans les indésirables, vous ne l'avez pas écrit vous-même et il répond à un de vos messages : le signaler comme ce que vous attendez peut-être.");
    }

    @Test
    void whatIsWorkedOutForOtherRulesIsNotSaidToBeNothing() throws CompileException {
        assertThat(rule("$settings : NetiquetteLimits()\n$providers : ProviderLimits()\nOutgoingMessage($all : recipients, encodedBytes > 0)", "insert($providers.tightest($all, $settings));").sentence())
                .containsEntry("en", "If the size of the attachments is more than 0: tell the other rules what follows from it.");
    }

    @Test
    void aSumIsSaidInWords() throws CompileException {
        assertThat(rule("SpamLimits($spam : spam)\naccumulate(SpamEvidence($weight : weight); $sum : sum($weight); $sum >= $spam)", "insert(new MarkJunk());").sentence())
                .containsEntry("en", "If taking a sign of spam together, the sum of the weight is at least the limit of spam: mark it as junk.");
    }

    @Test
    void whatHasNoWordsIsShownAsItIsWritten() throws CompileException {
        assertThat(rule("IncomingMessage(subject.length() > 5 || size < 3)\neval(1 < 2)", "insert(new Unknown(1));").sentence().get("en"))
                .isEqualTo("If ‘subject.length() > 5 || size < 3’ holds and ‘1 < 2’ holds: ‘insert(new Unknown(1))’ holds.");
    }

    /** Every rule of the packs is said in the words of the lists, in both languages. */
    @Test
    void noRuleOfThePacksFallsBackToHowItIsWritten() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("..", "rules", "src", "main", "resources", "packs"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".drl")).sorted().toList()) {
                for (RuleInfo rule : DrlReader.read("pack", file.toString(), Files.readString(file), 0)) {
                    assertThat(rule.sentence().values()).as(rule.rule()).hasSize(2).allSatisfy(sentence ->
                            assertThat(sentence).hasSizeGreaterThan(20).endsWith(".").doesNotContain("‘", "nothing is decided", "rien n'est décidé").doesNotContainPattern("\\$|\\b[A-Z][a-z]+[A-Z]|\\[\\]"));
                }
            }
        }
    }

    @Test
    void everyWordIsThereInBothLanguages() throws IOException {
        List<Properties> words = List.of(properties("rule-words.properties"), properties("rule-words_fr.properties"));
        assertThat(words.get(0).stringPropertyNames()).isEqualTo(words.get(1).stringPropertyNames()).isNotEmpty();
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(RuleSentence.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
