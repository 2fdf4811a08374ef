package org.tripostal.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripostal.Messages;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.user.CompileJob;
import org.tripostal.settings.Problem;

/** What an author is told of a file that does not compile. */
class DiagnosisTest {

    static {
        System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
    }

    private static final String HEAD = "package my.rules\nimport org.tripostal.mail.*\nimport org.tripostal.action.*\n";

    private static List<RuleError> errors(String text) {
        CompileException refused = catchThrowableOfType(
                CompileException.class, () -> UserFileCompiler.compile(new CompileJob("key", "a.drl", "user", "tripostal.user.a", text, "")));
        assertThat(refused).as("the file is refused").isNotNull();
        return refused.errors();
    }

    private static List<Problem> problems(String text, Locale locale) {
        return errors(text).stream().map(error -> error.in(Path.of("a.drl"), Messages.in(locale))).toList();
    }

    private static String rule(String name, String when, String then) {
        return "rule \"" + name + "\"\nwhen\n  " + when + "\nthen\n  " + then + "\nend\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "IncomingMessage(sender == \"x\")                   | insert(new Flag());              | 6:19 | “sender” is not a field of IncomingMessage. | Did you mean from?",
        "IncomingMessage(subjet == \"x\")                   | insert(new Flag());              | 6:19 | “subjet” is not a field of IncomingMessage. | Did you mean subject?",
        "IncomingMail(subject == \"x\")                     | insert(new Flag());              | 6:3  | There is no fact or action “IncomingMail”.  | Did you mean IncomingMessage?",
        "IncomingMessage(size == \"big\")                   | insert(new Flag());              | 6:27 | size is a number                            | Write the number without",
        "IncomingMessage(junk == \"yes\")                   | insert(new Flag());              | 6:27 | junk is true or false                       | Write junk == true",
        "IncomingMessage(subject matches \"(?i.*\")         | insert(new Flag());              | 6:35 | The regular expression has an error at its character 4 | Close each bracket",
        "IncomingMessage(from == $who)                      | insert(new Flag());              | 6:27 | “$who” stands for nothing here.             | Bind it first",
        "IncomingMessage()                                  | insert(new FileInto(5));         | 8:14 | FileInto cannot be made from (int).         | new FileInto(String folder)",
        "IncomingMessage()                                  | insert(new FileInt(\"x\"));      | 8:14 | There is no fact or action “FileInt”.       | Did you mean FileInto?",
        "IncomingMessage()                                  | insert(new FileInto($folder));   | 8:23 | “$folder” stands for nothing here.          | a variable is bound in the conditions",
        "IncomingMessage()                                  | insert(new Flag())               | 8:21 | A semicolon or a bracket is missing here.   | ends with a semicolon",
        "IncomingMessage($s : subject)                      | insert(new AddTag($s.shorten())); | 8:24 | “shorten” cannot be asked of String.       | misspelling",
        "IncomingMessage(subject = \"x\")                   | insert(new Flag());              | 6:27 | “=” is not expected here.                   | Look just before it",
        "IncomingMessage(subject == \"x\"                   | insert(new Flag());              | 7:1  | “then” is not expected here.                | bracket",
    })
    void eachMistakeIsToldAtItsPlaceWithWhatToTry(String when, String then, String place, String says, String remedy) {
        Problem problem = problems(HEAD + rule("A", when, then), Locale.ENGLISH).get(0);
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(place.strip());
        assertThat(problem.message()).startsWith(says.strip());
        assertThat(problem.remedy()).contains(remedy.strip());
        assertThat(problem.source()).isEqualTo((HEAD + rule("A", when, then)).lines().toList().get(problem.line() - 1));
    }

    @Test
    void aTypeThatIsNotImportedIsToldWithTheLineToWrite() {
        Problem problem = problems("import org.tripostal.action.Flag\n" + rule("A", "IncomingMessage()", "insert(new Flag());"), Locale.ENGLISH).get(0);
        assertThat(problem.message()).isEqualTo("“IncomingMessage” is not imported.");
        assertThat(problem.remedy()).isEqualTo("Write at the top of the file: import org.tripostal.mail.IncomingMessage");
    }

    @Test
    void allErrorsAreToldAtOnceWhateverTheirKind() {
        String text = "package my.rules\nimport org.tripostal.mail.*\nimport org.tripostal.action.*\nimport org.tripostal.mail.IncomingMesage\n"
                + rule("Syntax", "IncomingMessage(subject == \"x\"", "insert(new Flag());") // line 5
                + rule("Field and consequence", "IncomingMessage(sender == \"x\")", "insert(new FileInt(\"x\"));") // 11
                + rule("Good", "IncomingMessage(subject == \"x\")", "insert(new Flag());") // 17
                + rule("Good", "IncomingMessage(subject == \"y\")", "insert(new Flag());") // 23
                + rule("Regex", "IncomingMessage(subject matches \"[\")", "insert(new Flag());"); // 29
        assertThat(errors(text)).extracting(error -> error.line() + " " + error.key()).containsExactly(
                "4 unknownImport.nearest", "8 unexpected", "13 unknownField.nearest", "15 unknownType.nearest", "23 duplicateRule", "31 badRegex");
    }

    @Test
    void oneBadImportIsOneError() {
        List<RuleError> errors = errors("import org.tripostal.mail.Zeppelin\n" + HEAD.replace("package my.rules\n", "") + rule("A", "IncomingMessage()", "insert(new Flag());")
                + rule("B", "IncomingMessage()", "insert(new Keep());"));
        assertThat(errors).extracting(RuleError::key).containsExactly("unknownImport");
        assertThat(errors.get(0).line()).isEqualTo(1);
    }

    @Test
    void aRuleOfTheUsersCannotClaimTheStrengthOfABuiltInOne() {
        String text = HEAD + "rule \"A\"\n  @kind(\"keep\")\nwhen\n  IncomingMessage()\nthen\n  insert(new Flag());\nend\n";
        assertThat(errors(text)).extracting(RuleError::key).containsExactly("kind");
    }

    @Test
    void whatTheCompilerBreaksOnWithoutAWordIsToldAtItsPlace() {
        String body = "when\n  IncomingMessage()\nthen\n  insert(new Flag());\nend\n";
        List<Problem> problems = problems(HEAD + "rule \"A\"\n  @becaus(en = \"x\")\n" + body, Locale.ENGLISH);
        assertThat(problems).extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.message()).containsExactly("5:3 “@becaus” means nothing here.");
        problems = problems(HEAD + "rule \"A\"\n  salience \"high\"\n" + body, Locale.ENGLISH);
        assertThat(problems).extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.message()).containsExactly("5:12 \"high\" cannot be how strong a rule is.");
    }

    @Test
    void aSemicolonThatIsMissingIsMissingAtTheEndOfItsLineAlsoWhereOthersFollow() {
        Problem problem = problems(HEAD + rule("A", "IncomingMessage()", "insert(new Flag())\n  insert(new Keep());"), Locale.ENGLISH).get(0);
        assertThat(problem.line() + ":" + problem.column() + " " + problem.message()).isEqualTo("8:21 A semicolon or a bracket is missing here.");
    }

    @Test
    void errorsAreToldInFrenchToo() {
        Problem problem = problems(HEAD + rule("A", "IncomingMessage(expediteur == \"x\")", "insert(new Flag());"), Locale.FRENCH).get(0);
        assertThat(problem.message()).isEqualTo("«\u00A0expediteur\u00A0» n'est pas un champ de IncomingMessage.");
        assertThat(problem.remedy()).startsWith("Vouliez-vous dire from\u00A0?");
    }

    @Test
    void whatIsShownPointsAtTheWord() {
        String shown = problems(HEAD + rule("A", "IncomingMessage(sender == \"x\")", "insert(new Flag());"), Locale.ENGLISH).get(0).shown();
        assertThat(shown).startsWith("a.drl:6:19: ").endsWith("\n      IncomingMessage(sender == \"x\")\n                      ^");
    }
}
