package org.tripostal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

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

class RoutesWriterTest {

    @TempDir
    Path folder;

    private Path file;
    private ReadFolder files;

    @BeforeEach
    void inAFolder() {
        file = folder.resolve("routes.csv");
        files = new ReadFolder(folder);
    }

    @Test
    void theFirstRouteMakesTheFile() throws IOException {
        RoutesWriter.set(file, "ann@example.org", "Family");
        assertThat(Files.readString(file)).isEqualTo("from,folder\nann@example.org,Family\n");
    }

    @Test
    void aRouteIsChangedInItsPlaceAndWhatPeopleWroteStays() throws IOException {
        files.routes("from,folder\r\n\r\n# my friends\r\nbob@example.org ,\"Friends, old\"\r\nANN@example.org,Never,,\r\nann@example.org,Again\r\nann@,broken");
        RoutesWriter.set(file, "ann@example.org", "Family");
        assertThat(Files.readString(file)).isEqualTo("from,folder\r\n\r\n# my friends\r\nbob@example.org ,\"Friends, old\"\r\nann@example.org,Family\r\nann@,broken\r\n");
        RoutesWriter.remove(file, "ann@example.org");
        assertThat(files.routes()).containsExactly("bob@example.org=Friends, old");
        assertThat(Files.readString(file)).contains("# my friends").contains("ann@,broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Family", "Family, old", "The \"Club\"", "a;b", "Été/Réunions", "it's", "#1", "=1+1", "a, \"b\"; c", "\"", ","})
    void aFolderReadsBackWhateverItIsCalled(String name) throws IOException {
        for (String before : new String[] {"from,folder\n", "from;folder\n", "\uFEFFfrom;folder\r\nzoe@example.org;\"x;y\"\r\n"}) {
            files.routes(before);
            RoutesWriter.set(file, "ann@example.org", name);
            RoutesWriter.set(file, "@club.example", name);
            RoutesWriter.set(file, "ann@example.org", name);
            assertThat(files.problems()).isEmpty();
            assertThat(files.routes()).contains("ann@example.org=" + name, "@club.example=" + name);
            assertThat(Files.readString(file)).startsWith(before.stripTrailing());
        }
    }

    @Test
    void aSenderInQuotationMarksIsFound() throws IOException {
        files.routes("\"from\",\"folder\"\n\"ann@example.org\",\"Family\"\n");
        RoutesWriter.remove(file, "ann@example.org");
        assertThat(Files.readString(file)).isEqualTo("\"from\",\"folder\"\n");
    }

    @Test
    void anAddressIsNotItsDomain() throws IOException {
        files.routes("from,folder\nann@club.example,Family\n@club.example,Club\n");
        RoutesWriter.remove(file, "@club.example");
        assertThat(files.routes()).containsExactly("ann@club.example=Family");
    }

    @Test
    void aFileThatIsNotUtf8StaysAsItIs() throws IOException {
        byte[] latin = "from,folder\nann@example.org,R\u00E9unions\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin);
        assertThatIOException().isThrownBy(() -> RoutesWriter.set(file, "bob@example.org", "Friends")).withMessageContaining("UTF-8");
        assertThatIOException().isThrownBy(() -> RoutesWriter.remove(file, "ann@example.org")).withMessageContaining("UTF-8");
        assertThat(Files.readAllBytes(file)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "ann@            | Family   | “ann@” is not an address.",
        "ann@a.b,x@y.z   | Family   | “ann@a.b,x@y.z” is not an address.",
        "ann@example.org | ~~       | The route for ann@example.org names no folder.",
        "ann@example.org | ../x     | “../x” cannot be a folder.",
    })
    void whatIsNoRouteIsToldBeforeItIsWritten(String from, String path, String message) {
        assertThat(RoutesWriter.problem(file, from, path, Locale.ENGLISH)).map(Problem::message).contains(message);
        assertThat(RoutesWriter.problem(file, "ann@example.org", "Family", Locale.ENGLISH)).isEmpty();
    }
}
