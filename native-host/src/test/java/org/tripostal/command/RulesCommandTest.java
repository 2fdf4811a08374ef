package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tripostal rules}, and {@code check} with rules of one's own, as an author uses them. */
class RulesCommandTest {

    private static final String HEAD = "import org.tripostal.mail.*\nimport org.tripostal.action.*\n";

    @TempDir
    Path folder;

    private Program program;
    private Path rules;

    @BeforeEach
    void aUser() throws IOException {
        program = new Program(folder);
        rules = Files.createDirectories(folder.resolve("config/rules"));
    }

    private void mail(String name, String subject) throws IOException {
        Path file = folder.resolve("box").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "From: ann@example.org\nSubject: " + subject + "\nDate: Mon, 02 Nov 2026 10:00:00 +0000\n\nHello.\n");
    }

    private void rule(Path in, String name, String when, String then) throws IOException {
        Files.createDirectories(in);
        Files.writeString(in.resolve(name + ".drl"), HEAD + "rule \"" + name + "\"\nwhen\n  " + when + "\nthen\n  " + then + "\nend\n");
    }

    @Test
    void aNewRuleWorksAsItIsAndABrokenOneIsToldByLint() throws Exception {
        Program.Result made = program.run("en", "rules", "new", "My bills");
        assertThat(made.status()).isZero();
        Path file = rules.resolve("My-bills.drl");
        assertThat(program.run("en", "rules", "new", "My bills").status()).isEqualTo(1);
        Program.Result lint = program.run("en", "rules", "lint");
        assertThat(lint.out()).isEqualTo("In order: 1 rule in 1 file.\n");
        assertThat(lint.status()).isZero();

        Files.writeString(file, Files.readString(file).replace("subject matches", "title matches"));
        lint = program.run("en", "rules", "lint", file);
        int line = Files.readAllLines(file).stream().filter(one -> one.contains("title matches")).map(Files.readAllLines(file)::indexOf).findFirst().orElseThrow() + 1;
        assertThat(lint.out()).startsWith(file + ":" + line + ":41: “title” is not a field of IncomingMessage. Did you mean subject?");
        assertThat(lint.status()).isEqualTo(1);
        assertThat(program.run("en", "rules", "lint", folder.resolve("nowhere")).status()).isEqualTo(1);
    }

    @Test
    void lintSaysThatAnEarlierVersionIsInForceOnlyWhereThereIsOne() throws Exception {
        rule(rules, "never", "IncomingMessage(title == \"x\")", "insert(new AddTag(\"x\"));");
        Program.Result lint = program.run("en", "rules", "lint");
        assertThat(lint.out()).contains("never.drl:5:").doesNotContain("stays in force").endsWith("Problems: 1. In order: 0 rules in 0 files.\n");

        rule(rules, "once", "IncomingMessage(subject == \"x\")", "insert(new AddTag(\"x\"));");
        program.run("en", "rules", "lint");
        Files.write(rules.resolve("once.drl"), new byte[] {'r', 'u', 'l', 'e', ' ', (byte) 0xE9});
        lint = program.run("en", "rules", "lint");
        assertThat(lint.out()).containsOnlyOnce("stays in force").contains("Save the file as UTF-8 in your editor. The last version that was in order stays in force.");
        lint = program.run("fr", "rules", "lint");
        assertThat(lint.out()).contains("La dernière version en ordre reste en vigueur.").contains("En ordre\u00A0: 0 règle dans 0 fichier.");
        lint = program.run("en", "rules", "lint", rules.resolve("once.drl"));
        assertThat(lint.out()).contains("Save the file as UTF-8 in your editor.").doesNotContain("stays in force");
    }

    @Test
    void listTestAndExplainTellWhatARuleLooksAtWhatItDoesAndWhyNot() throws Exception {
        rule(rules, "Bills", "IncomingMessage(subject contains \"bill\")", "insert(new FileInto(\"Bills\"));");
        rule(rules.resolve("work"), "Urgent", "IncomingMessage(fromDomain == \"example.org\", subject contains \"urgent\") Body()", "insert(new AddTag(\"Urgent\"));");
        Program.Result list = program.run("en", "rules", "list", "--json");
        assertThat(list.out().lines()).anyMatch(line -> line.contains("\"pack\":\"user\",\"rule\":\"Bills\"") && line.contains("\"looksAt\":[\"IncomingMessage\"],\"needsBody\":false"))
                .anyMatch(line -> line.contains("\"pack\":\"user/work\",\"rule\":\"Urgent\"") && line.contains("\"needsBody\":true"));

        mail("a.eml", "a bill");
        mail("b.eml", "a bill");
        Files.writeString(folder.resolve("box/expected.json"),
                "{\"cases\":{\"a.eml\":{\"actions\":[\"file-into Bills\"]},\"b.eml\":{\"actions\":[\"file-into Invoices\"]}}}");
        Program.Result test = program.run("en", "rules", "test", folder.resolve("box"));
        assertThat(test.out()).isEqualTo(folder.resolve("box/b.eml") + "\n    actions:\n      - file-into Invoices\n      + file-into Bills\nNot as expected: 1. As expected: 1.\n");
        assertThat(test.status()).isEqualTo(1);

        Program.Result explain = program.run("en", "rules", "explain", folder.resolve("box/a.eml"));
        assertThat(explain.out()).contains("Fired:\n    user: Bills (Bills.drl:3)\n")
                .contains("user/work: Urgent (work/Urgent.drl:3)\n        2 of 4 conditions hold; this one does not: IncomingMessage: subject contains \"urgent\"\n")
                .doesNotContain("spam: The subject speaks of love");
        assertThat(explain.out().indexOf("user/work: Urgent")).as("one's own rules stand first").isEqualTo(explain.out().indexOf("Nearly fired:\n") + "Nearly fired:\n    ".length());
        assertThat(program.run("en", "rules", "explain", "--all", folder.resolve("box/a.eml")).out()).contains("spam: The subject speaks of love");
    }

    /** In the tests the organisation's folder is of whoever runs them: it counts where that is root, and is refused with its path elsewhere. */
    @Test
    void theOrganisationsRulesAreListedAsSuchAndJudgeWhereUsersCannotChangeThem() throws Exception {
        Path theirs = program.organisation().resolve("rules/club");
        rule(theirs, "Club", "IncomingMessage(subject contains \"bill\")", "insert(new FileInto(\"Club\"));");
        Files.setPosixFilePermissions(theirs.resolve("Club.drl"), PosixFilePermissions.fromString("rw-r--r--"));
        for (Path folder : List.of(theirs, theirs.getParent(), program.organisation())) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        rule(rules, "Bills", "IncomingMessage(subject contains \"bill\")", "insert(new FileInto(\"Bills\"));");
        mail("a.eml", "a bill");
        Program.Result list = program.run("en", "rules", "list");
        Program.Result check = program.run("en", "check", "--json", folder.resolve("box"));
        if ((Integer) Files.getAttribute(theirs, "unix:uid") == 0) {
            assertThat(list.out()).contains("organisation/club  Club  (of your organisation; comes before your own rules)\n");
            assertThat(list.err()).isEmpty();
            assertThat(check.lines().get(0).at("/actions/0/folder").asText()).isEqualTo("Club");
            assertThat(program.run("en", "rules", "explain", folder.resolve("box/a.eml")).out()).contains("organisation/club: Club (" + theirs.resolve("Club.drl") + ":3)");
            assertThat(program.run("en", "check", "--json", "--pack", "user", folder.resolve("box")).lines().get(0).at("/actions/0/folder").asText()).isEqualTo("Bills");
        } else {
            assertThat(list.out()).doesNotContain("organisation");
            assertThat(list.err()).contains(theirs.getParent().toString(), "belongs to somebody who is no administrator");
            assertThat(check.lines().get(0).at("/actions/0/folder").asText()).isEqualTo("Bills");
        }
    }

    @Test
    void rulesNotYetInForceAreTriedOnAFolderAndTheChangesAreCounted() throws Exception {
        rule(rules, "Bills", "IncomingMessage(subject contains \"bill\")", "insert(new FileInto(\"Bills\"));");
        rule(folder.resolve("new"), "Bills", "IncomingMessage(subject contains \"bill\")", "insert(new FileInto(\"Paper/Bills\"));");
        mail("a.eml", "a bill");
        mail("b.eml", "a letter");
        Program.Result result = program.run("en", "check", "--rules", folder.resolve("new"), folder.resolve("box"));
        assertThat(result.out()).contains("    to Paper/Bills: the rule “Bills” applies\n    with the rules in force now:\n        to Bills: the rule “Bills” applies\n")
                .endsWith("user: Bills: messages touched: 1\nMessages with which something else would be done than now: 1 of 2\n");
        assertThat(result.status()).isZero();
        assertThat(program.run("fr", "check", folder.resolve("box")).out()).as("the second process speaks the language of the first").contains("    vers Bills\u00A0: la règle «\u00A0Bills\u00A0» s'applique");
    }

    @Test
    void aFolderThatIsNotThereIsNamedByEachCommand() throws Exception {
        rule(rules, "Bills", "IncomingMessage(subject contains \"bill\")", "insert(new FileInto(\"Bills\"));");
        mail("a.eml", "a bill");
        Path nowhere = folder.resolve("nowhere");
        for (List<Object> command : List.<List<Object>>of(
                List.of("rules", "list", nowhere), List.of("rules", "test", nowhere), List.of("rules", "test", "--rules", nowhere, folder.resolve("box")),
                List.of("rules", "explain", "--rules", nowhere, folder.resolve("box/a.eml")))) {
            Program.Result result = program.run("en", command.toArray());
            assertThat(result.err()).as(command.toString()).isEqualTo("tripostal: " + nowhere + ": there is no such file or folder\n");
            assertThat(result.status()).as(command.toString()).isEqualTo(1);
        }
    }

    @Test
    void aRuleWithoutEndCostsOnlyItsOwnDecisionInCheckAndIsNamed() throws Exception {
        rule(rules, "Bills", "IncomingMessage(subject contains \"bill\")", "insert(new FileInto(\"Bills\"));");
        rule(rules, "Endless", "IncomingMessage(subject contains \"endless\")", "while (true) { }");
        mail("a.eml", "a bill");
        mail("b.eml", "an endless bill");
        mail("c.eml", "the last bill");
        Program.Result result = program.run("en", "check", "--json", folder.resolve("box"));
        assertThat(result.lines()).extracting(line -> line.at("/actions/0/folder").asText()).containsExactly("Bills", "Bills", "Bills");
        assertThat(result.err()).contains("Endless.drl:3: The rule “Endless” did not come to an end and has been set aside.");
        assertThat(result.status()).isEqualTo(2);
        assertThat(program.run("en", "check", "--json", folder.resolve("box")).err()).as("told until the file changes").contains("The rule “Endless” did not come to an end");
    }
}
