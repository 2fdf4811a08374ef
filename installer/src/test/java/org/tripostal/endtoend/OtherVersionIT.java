package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** Add-on and program do not fit together: said in plain words, and nothing is moved. */
class OtherVersionIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    /** The add-on of a version that is not out yet. */
    @Override
    Path addonFile() throws IOException {
        Path copy = Path.of(property("tripostal.work")).resolve("other-version.xpi");
        Files.createDirectories(copy.getParent());
        Files.copy(super.addonFile(), copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem xpi = FileSystems.newFileSystem(copy)) {
            Path manifest = xpi.getPath("manifest.json");
            String text = Files.readString(manifest);
            String newer = text.replaceFirst("\"version\"\\s*:\\s*\"[^\"]*\"", "\"version\": \"99.1.0\"");
            assertThat(newer).isNotEqualTo(text);
            Files.writeString(manifest, newer);
        }
        return copy;
    }

    @Test
    void theUserIsToldWhichHalfToUpdate() throws Exception {
        addon.awaitHost("other-version", Duration.ofSeconds(15));
        assertThat(addon.buttonTitle()).contains("do not fit together");
        Letter letter = deliver(Letter.from("Ann <ann@example.org>"));
        AddonPage status = addon.openStatus();
        assertThat(status.text("#state-help")).contains("99.1.0", "Update the program");
        assertThat(whereabouts()).containsEntry(letter.id(), "INBOX");
    }
}
