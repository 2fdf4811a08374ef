package org.tripostal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {

    private static final String RULE = "rule \"x\"\nwhen\nthen\nend\n";

    @TempDir
    private Path folder;

    private Path pack(String... files) throws IOException {
        Path pack = Files.createDirectories(folder.resolve("invoices"));
        for (String file : files) {
            Files.createDirectories(pack.resolve(file).getParent());
            Files.writeString(pack.resolve(file), RULE);
        }
        return pack;
    }

    private Path zip(String... entries) throws IOException {
        Path zip = folder.resolve("invoices.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(RULE.getBytes());
            }
        }
        return zip;
    }

    @Test
    void aFolderAFileAndAZipFileArePacks() throws Exception {
        RulePack ofFolder = PackReader.read(pack("a.drl", "sub/b.dslr", "cases/one/a.eml", "README.md"));
        assertThat(ofFolder.name()).isEqualTo("invoices");
        assertThat(ofFolder.files()).containsOnlyKeys("a.drl", "sub/b.dslr", "cases/one/a.eml", "README.md");
        assertThat(PackReader.read(zip("a.drl", "sub/b.dslr", "cases/one/a.eml", "README.md")).checksum()).isEqualTo(ofFolder.checksum());
        assertThat(PackReader.read(zip("top/a.drl", "top/sub/b.dslr", "top/cases/one/a.eml", "top/README.md")).checksum()).isEqualTo(ofFolder.checksum());
        assertThat(PackReader.read(folder.resolve("invoices/a.drl")).name()).isEqualTo("a");
    }

    @Test
    void nameAndVersionAreThoseOfItsDescription() throws Exception {
        Path pack = pack("a.drl");
        Files.writeString(pack.resolve("pack.yaml"), "name: bills\nversion: 1.10\n");
        assertThat(PackReader.read(pack)).extracting(RulePack::name, RulePack::version).containsExactly("bills", "1.1");
        Files.writeString(pack.resolve("pack.yaml"), "name: ../bills\n");
        assertThatThrownBy(() -> PackReader.read(pack)).hasMessageContaining("badName");
        Files.writeString(pack.resolve("pack.yaml"), "name: [\n");
        assertThatThrownBy(() -> PackReader.read(pack)).hasMessageContaining("badDescription");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "META-INF/kmodule.xml", "META-INF/services/x", "Evil.class", "evil.jar", "../evil.drl", "a/../../evil.drl", "/evil.drl", "kie.conf", "cases/x.drools", ".hidden.drl", "a\\b.drl"})
    void whatHasNoBusinessInAPackMakesItNone(String name) throws IOException {
        Path zip = zip("a.drl", name);
        assertThatThrownBy(() -> PackReader.read(zip)).isInstanceOf(PackException.class).hasMessageContaining("noBusiness");
    }

    @Test
    void linksAndHugeFilesAreRefused() throws IOException {
        Path pack = pack("a.drl");
        Files.createSymbolicLink(pack.resolve("b.drl"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> PackReader.read(pack)).hasMessageContaining("notAFile");
        Files.delete(pack.resolve("b.drl"));
        Files.write(pack.resolve("b.drl"), new byte[2 << 20]);
        assertThatThrownBy(() -> PackReader.read(pack)).hasMessageContaining("tooLarge");
    }

    @Test
    void whatIsNoZipFileOrHasNoRulesIsRefused() throws IOException {
        Path notZip = Files.writeString(folder.resolve("a.zip"), "hello");
        assertThatThrownBy(() -> PackReader.read(notZip)).hasMessageContaining("notAZip");
        Path without = zip("README.md");
        assertThatThrownBy(() -> PackReader.read(without)).hasMessageContaining("noRules");
    }

    @Test
    void aSignatureHoldsForThePackAsItWas() throws Exception {
        Path mine = key("mine");
        Path others = key("others");
        RulePack pack = PackReader.read(pack("a.drl"));
        RulePack signed = PackSignature.signed(pack, mine.resolveSibling("mine.pem"));
        assertThat(PackSignature.isBy(signed, mine)).isTrue();
        assertThat(PackSignature.isBy(signed, others)).isFalse();
        assertThat(PackSignature.isBy(pack, mine)).isFalse();
        signed.files().put("a.drl", (RULE + " ").getBytes());
        assertThat(PackSignature.isBy(signed, mine)).isFalse();
        assertThatThrownBy(() -> PackSignature.isBy(signed, folder.resolve("invoices/a.drl"))).hasMessageContaining("badKey");
    }

    private Path key(String name) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(folder.resolve(name + ".pem"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        return Files.writeString(folder.resolve(name + ".pub"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static String pem(String label, byte[] key) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + label + "-----\n";
    }

    @Test
    void installingReplacesTheWholePackAndLeavesNothingBeside() throws Exception {
        Path rules = folder.resolve("config/rules");
        PackFolder packs = new PackFolder(rules);
        packs.install(PackReader.read(pack("a.drl", "b.drl")));
        Files.delete(folder.resolve("invoices/b.drl"));
        packs.install(PackReader.read(folder.resolve("invoices")));
        assertThat(packs.installed("invoices").files()).containsOnlyKeys("a.drl");
        try (var left = Files.list(rules.getParent())) {
            assertThat(left).containsExactly(rules);
        }
        packs.remove("invoices");
        assertThat(packs.installed("invoices")).isNull();
        assertThat(List.of(rules.toFile().list())).isEmpty();
    }
}
