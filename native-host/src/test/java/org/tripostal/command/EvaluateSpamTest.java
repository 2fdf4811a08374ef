package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateSpamTest {

    private static final int EACH = 12;

    @TempDir
    private Path folder;

    private Program program;
    private Path train;
    private Path set;

    @BeforeEach
    void thereIsLabelledMail() throws Exception {
        program = new Program(folder);
        Files.createDirectories(program.config());
        train = folder.resolve("train/club");
        set = folder.resolve("test/club");
        for (int i = 0; i < EACH; i++) {
            write(train, "ham", i, "Ann <ann@example.net>", "The garden", "We met last week and spoke of roses, tulips and the fence behind the shed, number " + i);
            write(train, "spam", i, "Shop <shop@example.com>", "Watches", "Genuine replica watches at half the price, order the golden model today, number " + i);
        }
        write(set, "ham", 1, "Ann <ann@example.net>", "The garden", "The roses and the tulips behind the shed have come out.");
        write(set, "spam", 1, "Shop <shop@example.com>", "Watches", "Order the golden replica watches at half the price today.");
    }

    @Test
    void eachSetIsScoredAndWhatIsMissedIsNamedWithItsReasons() throws Exception {
        Program.Result result = program.run("en", "evaluate", "spam", "--untrained", "--json", set.getParent());
        assertThat(result.status()).isZero();
        JsonNode club = line(result, "club", false);
        assertThat(club.path("wanted").asInt()).isEqualTo(1);
        assertThat(club.path("spam").asInt()).isEqualTo(1);
        assertThat(club.path("falseAlarms").asInt()).isZero();
        assertThat(club.path("misses").asInt()).isEqualTo(1);
        JsonNode missed = line(result, "club", true);
        assertThat(missed.path("wrong").asText()).isEqualTo("missed");
        assertThat(missed.path("file").asText()).endsWith("1.eml");
        assertThat(missed.path("evidence").get(0).path("because").asText()).isNotBlank();
    }

    @Test
    void whatWasTrainedIsForgottenAfterwards() throws Exception {
        Program.Result trained = program.run("en", "evaluate", "spam", "--train", train.getParent(), "--json", set.getParent());
        assertThat(trained.status()).isZero();
        assertThat(line(trained, "club", false).path("misses").asInt() + line(trained, "club", false).path("falseAlarms").asInt()).isLessThanOrEqualTo(1);
        assertThat(program.run("en", "spam", "export").out()).doesNotContain("club");
        assertThat(line(program.run("en", "evaluate", "spam", "--json", set.getParent()), "club", false).path("misses").asInt()).isEqualTo(1);
    }

    @Test
    void theCurveIsWrittenWithAPointForEachNumberOfFalseAlarms() throws Exception {
        Path curve = folder.resolve("roc.csv");
        assertThat(program.run("en", "evaluate", "spam", "--untrained", "--roc", curve, set.getParent()).status()).isZero();
        assertThat(Files.readAllLines(curve)).hasSize(3).first().isEqualTo("set,threshold,false_alarms,wanted,misses,spam");
    }

    @Test
    void inTheOrderOfTimeTheFirstSpamIsMissedAndWhatIsLikeItLaterIsNot() throws Exception {
        Path lived = folder.resolve("lived/club");
        for (int i = 0; i < 40; i++) {
            write(lived, "ham", i, "Ann <ann@example.net>", "The garden", "We met last week and spoke of roses, tulips and the fence behind the shed, number " + i);
            write(lived, "spam", i, "Shop <shop@example.com>", "Watches", "Genuine replica watches at half the price, order the golden model today, number " + i);
        }
        Path table = folder.resolve("time.csv");
        Program.Result result = program.run("en", "evaluate", "spam", "--chronological", table, lived.getParent());
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("80 messages in the order in which they came", "0 false alarms on 40");

        List<String[]> rows = Files.readAllLines(table).stream().skip(1).map(line -> line.split(",")).toList();
        assertThat(rows).extracting(row -> row[2]).as("one of each kind came each second; by name all wanted ones would come first")
                .containsExactlyElementsOf(Collections.nCopies(40, List.of("0", "1")).stream().flatMap(List::stream).toList());
        assertThat(rows.get(1)[3]).as("the first spam, of which nothing is known").isEqualTo("0");
        assertThat(rows.get(79)[3]).as("the last spam, like those before it").isEqualTo("1");
        assertThat(folder.resolve("time.svg")).content().contains("<svg", "From nothing, each error corrected");
    }

    @Test
    void weightsAreFittedAsATableAndKeepTheirSign() throws Exception {
        Path table = folder.resolve("weights.txt");
        Program.Result result = program.run("en", "evaluate", "spam", "--fit", table, train.getParent());
        assertThat(result.status()).isZero();
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).anyMatch(line -> line.matches("own-message-id +-\\d.*")).anyMatch(line -> line.matches("punycode-link +3\\.0 +by hand"));
    }

    @Test
    void aFolderWithoutSetsIsNamed() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Program.Result result = program.run("en", "evaluate", "spam", "--untrained", empty);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains(empty.toString()).contains("ham");
    }

    private static JsonNode line(Program.Result result, String set, boolean wrong) throws Exception {
        return result.lines().stream().filter(line -> line.path("set").asText().equals(set) && line.has("wrong") == wrong).findFirst().orElseThrow();
    }

    private static void write(Path set, String label, int number, String from, String subject, String text) throws Exception {
        Path file = Files.createDirectories(set.resolve(label)).resolve(number + ".eml");
        Files.writeString(file, "Received: from a.example.net (a.example.net [192.0.2.1]) by mx.example.org with ESMTP; Mon, 02 Nov 2026 10:00:" + String.format("%02d", number)
                + " +0100\nFrom: " + from + "\nTo: me@example.org\nSubject: " + subject + "\nDate: Mon, 02 Nov 2026 10:00:00 +0100\nMessage-ID: <" + label + number + set.getParent().getFileName()
                + "@" + from.replaceAll(".*@|>", "") + ">\n\n" + text + "\n");
    }
}
