package org.tripostal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripostal.Messages;
import org.tripostal.engine.Precedence;
import org.tripostal.engine.RuleError;

/** What an organisation gives counts where users cannot change it, and nowhere else. */
class OrganisationTest {

    @TempDir
    Path folder;

    private Organisation organisation;

    /** Whoever runs the tests plays the administrator here. */
    static Protection byWhoRunsTheTests(Path folder) throws IOException {
        return new Protection(new HashSet<>(List.of(0, (Integer) Files.getAttribute(folder, "unix:uid"))));
    }

    @BeforeEach
    void anOrganisation() throws IOException {
        Path own = Files.createDirectory(folder.resolve("organisation"));
        rights(own, "rwxr-xr-x");
        organisation = new Organisation(own, byWhoRunsTheTests(folder));
    }

    private static Path rights(Path file, String rights) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private Path write(String text) throws IOException {
        return rights(Files.writeString(organisation.settings(), text), "rw-r--r--");
    }

    private static List<String> keys(Organisation.Order order) {
        return order.errors().stream().map(RuleError::key).toList();
    }

    @Test
    void whereNothingIsSaidItsRulesComeFirst() throws IOException {
        assertThat(organisation.order().precedence()).isEqualTo(Precedence.ORGANISATION_FIRST);
        write("");
        assertThat(organisation.order()).isEqualTo(new Organisation.Order(Precedence.ORGANISATION_FIRST, List.of()));
    }

    @Test
    void itSaysFirstOrLast() throws IOException {
        write("# Set by the club.\nrules: last\n");
        assertThat(organisation.order()).isEqualTo(new Organisation.Order(Precedence.ORGANISATION_LAST, List.of()));
        write("rules: first\n");
        assertThat(organisation.order()).isEqualTo(new Organisation.Order(Precedence.ORGANISATION_FIRST, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"rules: middle|organisation.notAnOrder|1", "rule: last|organisation.notAnOrder|1", "last|organisation.notAnOrder|1", "'rules: \"last'|organisation.notYaml|1"})
    void whatCannotBeTakenIsNamedWithItsLine(String text, String key, int line) throws IOException {
        write(text + "\n");
        Organisation.Order order = organisation.order();
        assertThat(keys(order)).containsExactly(key);
        assertThat(order.errors().get(0).line()).isEqualTo(line);
        assertThat(order.precedence()).isEqualTo(Precedence.ORGANISATION_FIRST);
        assertThat(order.errors().get(0).in(organisation.settings(), Messages.in(Locale.FRENCH)).remedy()).contains("rules: last");
    }

    @Test
    void aFileThatOthersMayWriteDoesNotCount() throws IOException {
        rights(write("rules: last\n"), "rw-rw-r--");
        assertThat(keys(organisation.order())).containsExactly("organisation.writable");
        assertThat(organisation.order().precedence()).isEqualTo(Precedence.ORGANISATION_FIRST);
    }

    @Test
    void aFileOfAUserDoesNotCount() throws IOException {
        write("rules: last\n");
        Organisation users = new Organisation(organisation.folder(), new Protection(Set.of(4_242)));
        assertThat(keys(users.order())).containsExactly("organisation.owned");
    }

    @Test
    void aFileInAFolderThatOthersMayWriteDoesNotCountSinceTheyCouldPutAnotherThere() throws IOException {
        Path file = write("rules: last\n");
        rights(organisation.folder(), "rwxrwxrwx");
        assertThat(organisation.protection().objection(file)).hasValueSatisfying(error -> {
            assertThat(error.key()).isEqualTo("organisation.writable");
            assertThat(error.values().get("path")).endsWith("organisation");
        });
    }

    @Test
    void aLinkIsAsGoodAsWhereItLeads() throws IOException {
        Path open = rights(Files.writeString(folder.resolve("open.yaml"), "rules: last\n"), "rw-rw-rw-");
        Files.createSymbolicLink(organisation.settings(), open);
        assertThat(keys(organisation.order())).containsExactly("organisation.writable");
        rights(open, "rw-r--r--");
        assertThat(organisation.order().precedence()).isEqualTo(Precedence.ORGANISATION_LAST);
    }

    @Test
    void onWindowsItIsWhoMayChangeThatCounts() {
        AclEntry all = entry("BUILTIN\\Administrators", AclEntryPermission.WRITE_DATA, AclEntryPermission.DELETE);
        AclEntry read = entry("BUILTIN\\Users", AclEntryPermission.READ_DATA, AclEntryPermission.EXECUTE);
        AclEntry add = entry("VORDEFINIERT\\Users", AclEntryPermission.APPEND_DATA);
        assertThat(Protection.onlyAdministratorsChange(List.of(all, read, entry("NT AUTHORITY\\SYSTEM", AclEntryPermission.WRITE_DATA)))).isTrue();
        assertThat(Protection.onlyAdministratorsChange(List.of(all, read, add))).isFalse();
        assertThat(Protection.isAdministrator("NT SERVICE\\TrustedInstaller")).isTrue();
        assertThat(Protection.isAdministrator("DESK\\ann")).isFalse();
    }

    private static AclEntry entry(String name, AclEntryPermission... permissions) {
        UserPrincipal principal = () -> name;
        return AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(principal).setPermissions(permissions).build();
    }
}
