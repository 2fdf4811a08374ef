package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Pages;

/** A pack of rules from somebody else, taken as a user would: looked at, tried out on a folder, installed, given out and removed again, all on the settings page. */
class PacksIT extends Pictures {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RULE = """
            rule "Bills"
            when
                the subject contains "bill"
            then
                file it into "Bills/Été"
            end
            """;
    private static final String EVIL = "rule \"x\"\nwhen\n  org.tripostal.mail.IncomingMessage()\nthen\n  System.exit(0);\nend\n";

    private AddonPage page;

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
    }

    @Test
    void aPackIsLookedAtTriedOutInstalledGivenOutAndRemoved() throws Exception {
        addon.awaitReady();
        Letter old = deliver(Letter.from("Ann <ann@example.org>").with("Subject", "A bill of last year"));
        assertStays(old);
        page = addon.openSettings();

        choose("evil.drl", EVIL.getBytes(StandardCharsets.UTF_8));
        assertThat(page.text("#pack-problems .problem")).contains("evil/evil.drl", "5", "System");
        assertThat(page.run("return document.querySelector('#pack-install').checkVisibility()").asBoolean()).isFalse();

        byte[] zip = zip(Map.of("bills.dslr", RULE, "pack.yaml", "name: club\nversion: 1.2\n"));
        choose("club.zip", zip);
        Await.until("the pack to be shown", PATIENCE, () -> page.text("#pack-heading"), "club, version 1.2"::equals);
        assertThat(page.texts("#pack-rules .says")).containsExactly("If the subject contains “bill”: file it into “Bills/Été”.");
        keepAt("pack", "#pack-report");
        assertThat(Files.exists(stage.home().config().resolve("rules/club"))).isFalse();

        page.run("const inbox = [...document.querySelectorAll('#pack-folder option')].find(({ value }) => /^inbox$/i.test(value)); document.querySelector('#pack-folder').value = inbox.value;");
        page.click("#pack-preview");
        AddonPage preview = new Pages(thunderbird).ready("pages/sort.html");
        Await.until("the preview", PATIENCE, () -> preview.run("return document.querySelector('#run').dataset.state").asText(), "done"::equals);
        assertThat(preview.text("#about")).contains("club");
        assertThat(preview.texts("#run-groups summary .did")).containsExactly("Would be moved to Bills/Été");
        assertThat(whereabouts()).containsEntry(old.id(), "INBOX");

        preview.run("const { id } = await messenger.tabs.getCurrent(); setTimeout(() => messenger.tabs.remove(id), 0);");
        preview.awaitClosed();
        page.run("const { id } = await messenger.tabs.getCurrent(); await messenger.tabs.update(id, { active: true });");
        page.click("#pack-install");
        assertThat(page.text("#saved:not(:empty)")).contains("club", "in force");
        assertThat(Files.readString(stage.home().config().resolve("rules/club/bills.dslr"))).isEqualTo(RULE);
        awaitIn("Bills/Été", deliver(Letter.from("Ann <ann@example.org>").with("Subject", "A bill of today")));
        page.text("fieldset.pack[data-pack='user/club'] .says");
        keepAt("pack-installed", "fieldset.pack[data-pack='user/club']");

        page.run("HTMLAnchorElement.prototype.click = function () { const { download: name } = this; window.given = fetch(this.href).then(async file => ({ name, bytes: [...new Uint8Array(await file.arrayBuffer())] })); }");
        page.click(".own-pack[data-name='club'] .export");
        Await.until("the pack to be given out", PATIENCE, () -> page.run("return 'given' in window").asBoolean());
        var given = page.run("return await window.given");
        assertThat(given.path("name").asText()).isEqualTo("club.zip");
        byte[] bytes = new byte[given.path("bytes").size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) given.path("bytes").get(i).asInt();
        }
        assertThat(unzipped(bytes)).containsEntry("bills.dslr", RULE).containsOnlyKeys("bills.dslr", "pack.yaml");

        page.click(".own-pack[data-name='club'] .remove");
        page.click("#sure-yes");
        page.text("#no-own-packs");
        assertThat(Files.exists(stage.home().config().resolve("rules/club"))).isFalse();
        assertStays(deliver(Letter.from("Ann <ann@example.org>").with("Subject", "A bill of tomorrow")));
    }

    private void choose(String name, byte[] content) throws IOException {
        page.run("""
                const files = new DataTransfer();
                files.items.add(new File([Uint8Array.from(atob(arguments[1]), letter => letter.charCodeAt(0))], arguments[0]));
                const field = document.querySelector("#pack-file");
                field.files = files.files;
                field.dispatchEvent(new Event("change"));
                """, name, Base64.getEncoder().encodeToString(content));
        Await.until("the pack to be read", PATIENCE, () -> page.run("return document.querySelector('#pack-report').checkVisibility()").asBoolean());
    }

    private void keepAt(String name, String selector) throws IOException {
        page.run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", selector);
        keep(name, "mail:3pane", page);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
