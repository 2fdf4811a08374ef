package org.tripostal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

    private static final Path HOME = Path.of("/home/me");

    private static Path config(String system, Map<String, String> environment) {
        return Folders.of(environment, system, HOME).config();
    }

    @Test
    void linuxFollowsTheXdgFolders() {
        assertThat(config("Linux", Map.of())).isEqualTo(HOME.resolve(".config/tripostal"));
        assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "/etc/me"))).isEqualTo(Path.of("/etc/me/tripostal"));
        assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", ""))).isEqualTo(HOME.resolve(".config/tripostal"));
    }

    @Test
    void anXdgFolderThatIsNotAbsoluteIsIgnored() {
        assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "relative"))).isEqualTo(HOME.resolve(".config/tripostal"));
    }

    @Test
    void macAndWindowsHaveTheirOwnCustoms() {
        assertThat(config("Mac OS X", Map.of("XDG_CONFIG_HOME", "/x"))).isEqualTo(HOME.resolve("Library/Application Support/Tripostal"));
        assertThat(config("Windows 11", Map.of("APPDATA", "/roaming"))).isEqualTo(Path.of("/roaming/Tripostal"));
        assertThat(config("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Roaming/Tripostal"));
    }

    @Test
    void theOverrideBeatsEverySystem() {
        Map<String, String> environment = Map.of("TRIPOSTAL_CONFIG_DIR", "/chosen", "XDG_CONFIG_HOME", "/x", "APPDATA", "/roaming");
        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(config(system, environment)).isEqualTo(Path.of("/chosen"));
        }
    }

    @Test
    void theOrganisationsFolderIsTheSystemsAndMayBeNamedOnlyWhereThereIsNone() {
        assertThat(Folders.of(Map.of(), "Linux", HOME).organisation().folder()).isEqualTo(Path.of("/etc/tripostal"));
        assertThat(Folders.of(Map.of(), "Mac OS X", HOME).organisation().folder()).isEqualTo(Path.of("/Library/Application Support/Tripostal"));
        assertThat(Folders.of(Map.of("ProgramData", "/data"), "Windows 11", HOME).organisation().folder()).isEqualTo(Path.of("/data/Tripostal"));
        Map<String, String> environment = Map.of("TRIPOSTAL_ORGANISATION_DIR", "/chosen");
        assertThat(Folders.organisation(environment, Path.of("/no/such/folder")).folder()).isEqualTo(Path.of("/chosen"));
        assertThat(Folders.organisation(environment, Path.of("/")).folder()).isEqualTo(Path.of("/"));
    }

    @Test
    void theFilesLieInTheConfigFolder() {
        Folders folders = new Folders(HOME, HOME.resolve("data"));
        assertThat(folders.settings()).isEqualTo(HOME.resolve("settings.yaml"));
        assertThat(folders.routes()).isEqualTo(HOME.resolve("routes.csv"));
    }
}
