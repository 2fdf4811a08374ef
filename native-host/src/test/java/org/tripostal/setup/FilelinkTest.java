package org.tripostal.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilelinkTest {

    @TempDir
    Path folder;

    private Path profile(String preferences, String addOns) throws IOException {
        Files.writeString(folder.resolve("prefs.js"), "// Mozilla User Preferences\n" + preferences);
        Files.writeString(folder.resolve("extensions.json"), addOns);
        return folder;
    }

    @Test
    void accountsWhoseAddOnRunsAreNamed() throws IOException {
        Path profile = profile("""
                user_pref("mail.cloud_files.accounts.account1.displayName", "L’\\"été\\" en ligne");
                user_pref("mail.cloud_files.accounts.account1.type", "ext-cloud@addon.example");
                user_pref("mail.cloud_files.accounts.account2.displayName", "Switched off");
                user_pref("mail.cloud_files.accounts.account2.type", "ext-off@addon.example");
                user_pref("mail.cloud_files.accounts.account3.displayName", "Gone");
                user_pref("mail.cloud_files.accounts.account3.type", "ext-gone@addon.example");
                user_pref("mail.cloud_files.inserted_urls.footer.link", "x");
                """, """
                {"addons": [{"id": "cloud@addon.example", "active": true}, {"id": "off@addon.example", "active": false}]}""");
        assertThat(Filelink.accounts(profile)).containsExactly("L’\"été\" en ligne");
    }

    @Test
    void withoutAccountsThereAreNone() throws IOException {
        assertThat(Filelink.accounts(profile("user_pref(\"mail.x\", 1);\n", "{}"))).isEmpty();
        assertThatThrownBy(() -> Filelink.accounts(folder.resolve("nothing"))).isInstanceOf(IOException.class);
    }

    @Test
    void theProfileIsWhatTheCommandLineNames() throws IOException {
        assertThat(ThunderbirdProfile.of(List.of("--no-remote", "--profile", "/some/where"), folder)).contains(Path.of("/some/where"));
        assertThat(ThunderbirdProfile.of(List.of("-profile", "/some/where"), folder)).contains(Path.of("/some/where"));
    }

    @Test
    void orItIsOneOfTheListOfProfiles() throws IOException {
        assertThat(ThunderbirdProfile.of(List.of(), folder)).isEmpty();
        String profiles = """
                [Profile1]
                Name=work
                IsRelative=1
                Path=abc.work

                [Profile0]
                Name=default
                IsRelative=0
                Path=/else/where
                Default=1
                """;
        Files.writeString(folder.resolve("profiles.ini"), profiles);
        assertThat(ThunderbirdProfile.of(List.of(), folder)).contains(Path.of("/else/where"));
        assertThat(ThunderbirdProfile.of(List.of("-P", "work"), folder)).contains(folder.resolve("abc.work"));
        Files.writeString(folder.resolve("profiles.ini"), "[Install4F96D1932A9F858E]\nDefault=abc.work\nLocked=1\n\n" + profiles);
        assertThat(ThunderbirdProfile.of(List.of(), folder)).contains(folder.resolve("abc.work"));
    }

    @Test
    void profilesLieWhereTheSystemKeepsThem() {
        assertThat(ThunderbirdProfile.root("Linux", Path.of("/h"))).isEqualTo(Path.of("/h/.thunderbird"));
        assertThat(ThunderbirdProfile.root("Mac OS X", Path.of("/h"))).isEqualTo(Path.of("/h/Library/Thunderbird"));
        assertThat(ThunderbirdProfile.root("Windows 11", Path.of("/h"))).isEqualTo(Path.of("/h/AppData/Roaming/Thunderbird"));
    }
}
