package org.tripostal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @TempDir
    Path folder;

    private ReadFolder files;

    @BeforeEach
    void inAFolder() {
        files = new ReadFolder(folder);
    }

    @Test
    void aFileThatIsNotThereIsNoProblem() {
        assertThat(files.routes()).isEmpty();
        assertThat(files.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "from,folder\nann@example.org,Family\n@club.example,Club/News\n",
        "\uFEFFfrom,folder\r\nann@example.org,Family\r\n@club.example,Club/News\r\n",
        "From;Folder\nann@example.org;Family\n@club.example;Club/News",
        "from,folder\n\n  \nann@example.org , Family \n,\n\n@CLUB.example,/Club/News/\n",
        "\"from\",\"folder\"\n\"ann@example.org\",\"Family\"\n\"@club.example\",\"Club/News\"\n",
        "from,folder\nAnn@Example.org,Family,\n@club.example,Club/News,,\nann@example.org,Never\n@CLUB.EXAMPLE,Never\n",
    })
    void theSameRoutesInTheWaysThatProgramsWriteThem(String text) throws IOException {
        files.routes(text);
        assertThat(files.routes()).containsExactly("ann@example.org=Family", "@club.example=Club/News");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \r\n", "from,folder", "\uFEFFfrom,folder\r\n"})
    void aFileWithoutRoutesIsNoProblem(String text) throws IOException {
        files.routes(text);
        assertThat(files.routes()).isEmpty();
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void aFolderWithACommaOrAQuotationMarkIsWrittenInQuotes() throws IOException {
        files.routes("from,folder\nann@example.org,\"Family, old\"\nbob@example.org,\"The \"\"Club\"\"\"\nété@example.org,Été/Réunions\n");
        assertThat(files.routes()).containsExactly("ann@example.org=Family, old", "bob@example.org=The \"Club\"", "été@example.org=Été/Réunions");
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void withoutAHeaderTheFirstLineCountsAndTheHeaderIsMissed() throws IOException {
        files.routes("ann@example.org,Family\nbob@example.org,Friends\n");
        assertThat(files.routes()).containsExactly("ann@example.org=Family", "bob@example.org=Friends");
        assertThat(files.problems()).containsExactly("1: The first line is not “from,folder”.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "ann@,Family                   | “ann@” is not an address.",
        "ann,Family                    | “ann” is not an address.",
        "@,Family                      | “@” is not an address.",
        "a@b@c,Family                  | “a@b@c” is not an address.",
        "*@example.org,Family          | “*@example.org” is not an address.",
        "@*.example.org,Family         | “@*.example.org” is not an address.",
        "Ann <ann@example.org>,Family  | “Ann <ann@example.org>” is not an address.",
        ",Family                       | “” is not an address.",
        "ann@example.org               | The route for ann@example.org names no folder.",
        "ann@example.org,              | The route for ann@example.org names no folder.",
        "ann@example.org,/             | The route for ann@example.org names no folder.",
        "ann@example.org,../Family     | “../Family” cannot be a folder.",
        "ann@example.org,a//b          | “a//b” cannot be a folder.",
        "ann@example.org,Family,old    | The line has 3 columns instead of 2.",
        "ann@example.org,\"Family      | A quotation mark is opened and not closed on the line.",
        "\"ann@example.org,Family      | A quotation mark is opened and not closed on the line.",
    })
    void aBadLineIsNamedAndTheOthersCount(String line, String message) throws IOException {
        files.routes("from,folder\nbefore@example.org,Before\n" + line + "\nafter@example.org,After\n");
        assertThat(files.problems()).containsExactly("3: " + message);
        assertThat(files.routes()).containsExactly("before@example.org=Before", "after@example.org=After");
    }

    @Test
    void aLineThatIsNotUtf8IsNamedAndTheOthersCount() throws IOException {
        files.routes("from,folder\nann@example.org,R\u00E9unions\nbob@example.org,Friends\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(files.problems()).containsExactly("2: The line holds characters that are not UTF-8.");
        assertThat(files.routes()).containsExactly("bob@example.org=Friends");
    }

    @Test
    void everyProblemIsToldAtOnceInTheLanguageOfTheUserWithARemedy() throws IOException {
        files.routes("from,folder\nann@,Family\nbob@example.org,\n");
        assertThat(files.load(Locale.FRENCH).problems()).extracting(Problem::shown).containsExactly(
                folder.resolve("routes.csv") + ":2: « ann@ » n'est pas une adresse. Écrivez une adresse, comme ann@example.org, un domaine entier, comme @example.org, ou une liste de diffusion, comme <users.lists.example.org>.",
                folder.resolve("routes.csv") + ":3: La ligne pour bob@example.org ne nomme pas de dossier. Écrivez le dossier après une virgule, par exemple : bob@example.org,Famille");
    }

    @Test
    void aFileThatCannotBeReadIsAProblem() throws IOException {
        Files.createDirectory(folder.resolve("routes.csv"));
        assertThat(files.problems()).hasSize(1).first().asString().startsWith("0: The file cannot be read");
    }
}
