package org.tripostal.engine.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.Messages;
import org.tripostal.action.Finding;
import org.tripostal.action.Severity;
import org.tripostal.engine.Decided;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Precedence;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.compile.InThisProcess;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Organisation;
import org.tripostal.settings.Protection;

/** The organisation's rules beside the user's: before them or after them, and out of their reach. */
class RuleSourcesTest {

    private static final String MAIL = "From: Ann <ann@example.org>\r\nSubject: The regatta\r\n\r\nOn Sunday.\r\n";

    @TempDir
    Path folder;

    private Folders folders;
    private RuleSources sources;

    @BeforeEach
    void anOrganisation() throws IOException {
        // Whoever runs the tests plays the administrator here.
        Protection protection = new Protection(new HashSet<>(List.of(0, (Integer) Files.getAttribute(folder, "unix:uid"))));
        folders = new Folders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"), new Organisation(folder.resolve("organisation"), protection));
        Files.createDirectories(folders.rules());
        sources = new RuleSources(folders, new InThisProcess());
    }

    private static String filing(String rule, String into) {
        return "import org.tripostal.mail.*\nimport org.tripostal.action.*\nrule \"" + rule + "\"\nwhen\n  IncomingMessage(from == \"ann@example.org\")\nthen\n  insert(new FileInto(\""
                + into + "\"));\nend\n";
    }

    private Path ofOrganisation(String name, String text) throws IOException {
        Path file = folders.organisation().folder().resolve(name);
        Files.createDirectories(file.getParent());
        for (Path one = file.getParent(); one.startsWith(folders.organisation().folder()); one = one.getParent()) {
            Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return rights(Files.writeString(file, text), "rw-r--r--");
    }

    private static Path rights(Path file, String rights) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private void ofUser(String name, String text) throws IOException {
        Path file = folders.rules().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private RulesInForce inForce() throws IOException {
        return RulesInForce.of(RuleSet.builtInPacks(), sources.upToDate(), SetAside.read(folders.rulesSetAside()), pack -> true);
    }

    private Decision decision(RulesInForce rules) throws IOException {
        try (Judge judge = new Judge(rules.set(), Configuration.load(folders, Locale.ENGLISH).facts())) {
            List<Object> facts = new Rfc822Reader(rules.set(), Locale.ENGLISH).incoming(MAIL.getBytes(), new Recipient(Set.of(), Set.of(), Set.of())).facts();
            return Resolver.resolve(judge.judge(facts));
        } catch (org.tripostal.engine.RuleFailure e) {
            throw new AssertionError(e);
        }
    }

    private static String winner(Decision decision) {
        return decision.actions().stream().map(Decided::rule).map(RuleInfo::pack).collect(Collectors.joining());
    }

    @Test
    void theOrganisationsRulesComeFirstUnlessItSaysLast() throws IOException {
        ofOrganisation("rules/club/mail.drl", filing("Club mail", "Club"));
        ofUser("club/mail.drl", filing("Mine", "Mine").replace("rule \"Mine\"", "rule \"Mine\"\n  salience 1000"));
        Decision first = decision(inForce());
        assertThat(winner(first)).isEqualTo("organisation/club");
        assertThat(first.lost()).extracting(lost -> lost.decided().rule().pack()).containsExactly("user/club");

        ofOrganisation("organisation.yaml", "rules: last\n");
        assertThat(winner(decision(inForce()))).isEqualTo("user/club");
    }

    @Test
    void lastMeansAfterTheUsersRoutesTooAndStillBeforeWhatIsBuiltIn() throws IOException {
        ofOrganisation("rules/mail.drl", filing("Club mail", "Club"));
        ofOrganisation("organisation.yaml", "rules: last\n");
        Files.writeString(folders.routes(), "from,folder\nann@example.org,Family\n");
        assertThat(winner(decision(inForce()))).isEqualTo("sorting");
        Files.delete(folders.routes());
        assertThat(winner(decision(inForce()))).isEqualTo("organisation");
    }

    @Test
    void usersCannotSwitchThemOffNorWeighTheirFindingsOtherwise() throws IOException {
        ofOrganisation("rules/mail.drl", filing("Club mail", "Club"));
        Files.writeString(folders.settings(), "packs:\n  organisation: false\nrules:\n  Club mail: false\nseverity:\n  empty-subject: tip\n");
        Configuration configuration = Configuration.load(folders, Locale.ENGLISH);
        assertThat(configuration.problems()).extracting(problem -> problem.line() + " " + problem.message())
                .containsExactly("2 “organisation” comes from your organisation; settings do not change it.", "4 “Club mail” comes from your organisation; settings do not change it.");
        Choices choices = configuration.settings().choices();
        assertThat(choices.runs("organisation", "Club mail")).isTrue();
        assertThat(new Choices(Set.of("organisation"), Set.of("Club mail"), Map.of()).runs("organisation", "Club mail")).isTrue();

        RuleInfo rule = inForce().set().rules().stream().filter(RuleInfo::ofOrganisation).findFirst().orElseThrow();
        assertThat(rule.precedence()).isEqualTo(Precedence.ORGANISATION_FIRST);
        Decided blocked = new Decided(Finding.block("empty-subject"), rule, 0, Map.of(), List.of());
        assertThat(Resolver.resolve(List.of(blocked), choices.severities()).findings()).extracting(one -> ((Finding) one.action()).severity()).containsExactly(Severity.BLOCK);
    }

    @Test
    void aRuleOfTheSameNameInTheSamePlaceIsAnotherRule() throws IOException {
        ofOrganisation("rules/mail.drl", filing("Mail", "Club"));
        ofUser("mail.drl", filing("Mail", "Mine"));
        assertThat(inForce().set().rules().stream().map(RuleInfo::pack).filter(pack -> pack.matches("user|organisation"))).containsExactly("organisation", "user");
    }

    @Test
    void whatUsersMayChangeDoesNotCountNotEvenInItsLastGoodVersion() throws IOException {
        Path file = ofOrganisation("rules/mail.drl", filing("Club mail", "Club"));
        ofOrganisation("rules/more.drl", filing("More", "More"));
        assertThat(inForce().set().packs()).contains("organisation");
        rights(file, "rw-rw-rw-");
        RulesInForce rules = inForce();
        assertThat(rules.set().rules()).extracting(RuleInfo::rule).contains("More").doesNotContain("Club mail");
        assertThat(rules.problems(Messages.in(Locale.ENGLISH))).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(file.toString());
            assertThat(problem.message()).contains("may be changed by others", file.toRealPath().toString());
        });
        rights(folders.organisation().rules(), "rwxrwxr-x");
        assertThat(inForce().set().packs()).doesNotContain("organisation");
    }

    @Test
    void aFolderOfTheUsersOwnDoesNotCount() throws IOException {
        ofOrganisation("rules/mail.drl", filing("Club mail", "Club"));
        Folders users = new Folders(folders.config(), folders.data(), folders.cache(), new Organisation(folders.organisation().folder(), new Protection(Set.of(4_242))));
        UserRules found = new RuleSources(users, new InThisProcess()).upToDate();
        assertThat(found.inForce()).isEmpty();
        assertThat(found.errors().get(users.organisation().rules())).extracting(error -> error.key()).containsExactly("organisation.owned");
    }

    @Test
    void theyGoByTheSameGuardAndTheSameErrors() throws IOException {
        Path evil = ofOrganisation("rules/evil.drl", filing("Evil", "x").replace("insert(", "System.exit(1); insert("));
        ofOrganisation("rules/good.drl", filing("Good", "Club"));
        RulesInForce rules = inForce();
        assertThat(rules.set().rules()).extracting(RuleInfo::rule).contains("Good").doesNotContain("Evil");
        assertThat(rules.problems(Messages.in(Locale.ENGLISH))).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(evil.toString());
            assertThat(problem.line()).isEqualTo(7);
        });
    }

    @Test
    void aBrokenOneStaysInForceAsItLastWas() throws IOException {
        ofOrganisation("rules/mail.drl", filing("Club mail", "Club"));
        assertThat(winner(decision(inForce()))).isEqualTo("organisation");
        ofOrganisation("rules/mail.drl", filing("Club mail", "Club").replace("FileInto", "FileInt"));
        RulesInForce rules = inForce();
        assertThat(rules.problems(Messages.in(Locale.ENGLISH))).hasSize(1);
        assertThat(winner(decision(rules))).isEqualTo("organisation");
    }
}
