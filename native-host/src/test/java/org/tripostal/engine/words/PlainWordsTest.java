package org.tripostal.engine.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tripostal.Messages;
import org.tripostal.engine.RuleError;

class PlainWordsTest {

    private static final List<SentenceList> LISTS = SentenceList.builtIn();

    private static String drl(String... lines) throws SentenceException {
        PlainWords.Expanded expanded = PlainWords.expand(String.join("\n", lines), LISTS);
        assertThat(expanded.errors()).isEmpty();
        return expanded.drl();
    }

    @Test
    void aFrenchRuleNeedsNoCeremony() throws SentenceException {
        assertThat(drl("règle \"Factures\"", "quand", "    le message vient de \"A@b.fr\"", "    l'objet contient \"facture\"", "    il y a plus de 3 pièces jointes",
                        "alors", "    le ranger dans \"Famille\"", "    l'étiqueter \"Urgent\"", "fin").lines())
                .containsExactly(
                        "import org.tripostal.action.AddTag; import org.tripostal.action.FileInto; import org.tripostal.mail.Attachment; "
                                + "import org.tripostal.mail.IncomingMessage; rule \"Factures\"",
                        "when",
                        "    IncomingMessage(from == \"a@b.fr\")",
                        "    IncomingMessage(subject matches \"(?isu).*\\\\Qfacture\\\\E.*\")",
                        "    IncomingMessage() Number(intValue > 3) from accumulate(Attachment(inline == false, $file : name), count($file))",
                        "then",
                        "    insert(new FileInto(\"Famille\"));",
                        "    insert(new AddTag(\"Urgent\"));",
                        "end");
    }

    @Test
    void anEnglishRuleBecomesTheSame() throws SentenceException {
        assertThat(drl("rule \"x\"", "when", "the message is from \"a@b.fr\"", "the subject contains \"invoice\"", "then", "file it into \"Family\"", "end"))
                .isEqualTo(drl("règle \"x\"", "quand", "le message vient de \"a@b.fr\"", "l'objet contient \"invoice\"", "alors", "le ranger dans \"Family\"", "fin"));
    }

    @Test
    void aWordOfTheFrameIsOneOnlyWhereItStandsAlone() throws SentenceException {
        assertThat(drl("règle \"x\"", "quand", "l'objet est \"fin\"", "alors", "l'étiqueter \"alors\"", "fin")).contains("\\Qfin\\\\E", "AddTag(\"alors\")");
    }

    @Test
    void everySentenceIsThereInBothLanguagesAndMeansTheSame() {
        List<List<String>> meanings = LISTS.stream()
                .map(list -> list.text().lines().filter(line -> line.startsWith("[")).map(line -> line.substring(0, 6) + line.replaceFirst("^.*?[^\\\\]=", "")).toList())
                .toList();
        assertThat(meanings.get(0)).hasSizeGreaterThan(60).isEqualTo(meanings.get(1));
    }

    /** Whatever the packs look at or decide, a person can ask for in a sentence: what a pack inserts for itself alone is left out. */
    @Test
    void everyFactAndActionThatThePacksUseHasASentence() throws Exception {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("..", "rules", "src", "main", "resources", "packs"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                used.addAll(typesIn(Files.readString(file).replaceAll("(?m)//.*|^import.*|\"[^\"]*\"", "")));
            }
        }
        assertThat(used).contains("IncomingMessage", "Sign", "SpamEvidence", "PutForward").hasSizeGreaterThan(20);
        for (SentenceList list : LISTS) {
            Set<String> said = typesIn(list.text().lines().filter(line -> line.startsWith("[")).map(line -> line.replaceFirst("^.*?[^\\\\]=", "")).collect(Collectors.joining("\n")));
            assertThat(said).as(list.name()).containsAll(used);
        }
    }

    /** The facts and actions that a text names. */
    private static Set<String> typesIn(String drl) {
        return Pattern.compile("\\b[A-Z]\\w*").matcher(drl).results().map(MatchResult::group)
                .filter(name -> Stream.of("mail", "action").anyMatch(folder -> Files.exists(Path.of("..", "rules", "src", "main", "java", "org", "tripostal", folder, name + ".java"))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the documentation lists is what there is. */
    @Test
    void everySentenceIsInTheDocumentationAndTheOtherWayRound() throws Exception {
        List<String> documents = List.of("plain-words.md", "phrases.md");
        for (int i = 0; i < documents.size(); i++) {
            String text = java.nio.file.Files.readString(java.nio.file.Path.of("..", "docs", documents.get(i)));
            List<String> shown = java.util.Arrays.stream(text.substring(text.lastIndexOf("\n## ")).split("```"))
                    .filter(block -> !block.contains("##") && !block.endsWith(":\n\n"))
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank())
                    .toList();
            List<SentenceList.Sentence> sentences = LISTS.get(i).sentences();
            assertThat(shown).hasSameSizeAs(sentences);
            for (int place = 0; place < shown.size(); place++) {
                assertThat(sentences.get(place).matches(shown.get(place))).as(shown.get(place)).isTrue();
            }
        }
    }

    @Test
    void anUnknownSentenceGetsItsPlaceAndTheNearestOnes() throws SentenceException {
        List<RuleError> errors = PlainWords.expand("""
                règle "x"
                quand
                    le message vient de "a@b.fr"
                    l'objet renferme "facture"
                alors
                    ranger dans "Famille"
                fin
                """, LISTS).errors();
        assertThat(errors).extracting(RuleError::line, RuleError::column, RuleError::key).containsExactly(
                org.assertj.core.groups.Tuple.tuple(4, 5, "unknownCondition"), org.assertj.core.groups.Tuple.tuple(6, 5, "unknownDecision"));
        assertThat(errors.get(0).in(java.nio.file.Path.of("a.dslr"), Messages.in(Locale.FRENCH)).remedy()).contains("l'objet contient \"…\"");
        assertThat(errors.get(1).values().get("nearest")).startsWith("le ranger dans \"…\"");
    }

    @Test
    void aSentenceLikeNoneSuggestsNone() throws SentenceException {
        List<RuleError> errors = PlainWords.expand("rule \"x\"\nwhen\nqqq zzz\nthen\nend\n", LISTS).errors();
        assertThat(errors).extracting(error -> error.values().get("nearest")).containsExactly("");
        assertThat(errors.get(0).in(java.nio.file.Path.of("a.dslr"), Messages.in(Locale.ENGLISH)).remedy()).startsWith("docs/plain-words.md lists them all");
    }

    @Test
    void anAuthorAddsSentencesOfHisOwn() throws SentenceException {
        SentenceList own = new SentenceList("own.dsl", "[when][]it smells of {word}=IncomingMessage(subject contains \"{word}\")");
        List<SentenceList> lists = java.util.stream.Stream.concat(java.util.stream.Stream.of(own), LISTS.stream()).collect(Collectors.toList());
        PlainWords.Expanded expanded = PlainWords.expand("rule \"x\"\nwhen\nit smells of fish\nthen\ntag it \"Fish\"\nend\n", lists);
        assertThat(expanded.errors()).isEmpty();
        assertThat(expanded.drl()).contains("IncomingMessage(subject contains \"fish\")");
    }

    @Test
    void aListThatCannotBeUnderstoodIsNamed() {
        assertThatThrownBy(() -> PlainWords.expand("rule \"x\"\nwhen\nthen\nend\n", List.of(new SentenceList("own.dsl", "[when][]no equals sign"))))
                .isInstanceOf(SentenceException.class)
                .hasMessageContaining("own.dsl");
    }
}
