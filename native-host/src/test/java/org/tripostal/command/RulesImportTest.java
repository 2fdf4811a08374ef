package org.tripostal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesImportTest {

    private static final String RULE = """
            règle "Factures"
            quand
                l'objet contient "facture"
            alors
                le ranger dans "Factures"
            fin
            """;

    @TempDir
    private Path folder;

    @Test
    void aPackIsShownTriedInstalledHandedOnAndRemoved() throws Exception {
        Program program = new Program(folder);
        Path pack = Files.createDirectories(folder.resolve("factures"));
        Files.writeString(pack.resolve("a.dslr"), RULE);
        Files.writeString(pack.resolve("pack.yaml"), "version: 2.0\n");
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Files.writeString(mail.resolve("a.eml"), "From: a@example.org\nSubject: Votre facture\n\nBonjour\n");
        Files.writeString(mail.resolve("b.eml"), "From: a@example.org\nSubject: Bonjour\n\nBonjour\n");

        Program.Result shown = program.run("fr", "rules", "import", pack, "--try", mail);
        assertThat(shown.err()).isEmpty();
        assertThat(shown.status()).isZero();
        assertThat(shown.out()).contains("factures, version 2.0", "Si l'objet contient «\u00A0facture\u00A0»\u00A0: le ranger dans «\u00A0Factures\u00A0».", "Factures\u00A0: 1", "Rien n'a été installé");
        assertThat(program.config().resolve("rules/factures")).doesNotExist();

        assertThat(program.run("en", "rules", "import", pack, "--install").out()).contains("Installed");
        assertThat(program.config().resolve("rules/factures/a.dslr")).hasContent(RULE);
        assertThat(program.run("en", "check", "--json", mail.resolve("a.eml")).out()).contains("\"folder\":\"Factures\"");

        Path zip = folder.resolve("out.zip");
        assertThat(program.run("en", "rules", "export", "factures", zip).status()).isZero();
        assertThat(program.run("en", "rules", "export", "factures", zip).err()).contains("out.zip: it is there already; choose another name");
        assertThat(program.run("en", "rules", "remove", "factures").status()).isZero();
        assertThat(program.config().resolve("rules/factures")).doesNotExist();
        assertThat(program.run("en", "rules", "import", zip).out()).contains("version 2.0", "Nothing was installed");
        assertThat(program.run("en", "rules", "remove", "../rules").status()).isEqualTo(1);
    }

    @Test
    void aPackThatAsksForMoreThanARuleMayIsNotTaken() throws Exception {
        Program program = new Program(folder);
        Path pack = Files.createDirectories(folder.resolve("evil"));
        Files.writeString(pack.resolve("a.drl"), """
                rule "x"
                when
                    org.tripostal.mail.IncomingMessage()
                then
                    java.nio.file.Files.delete(java.nio.file.Path.of("/tmp/x"));
                end
                """);
        Program.Result result = program.run("en", "rules", "import", pack, "--install");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("evil/a.drl:5:5", "java.nio.file.Files", "nothing was installed");
        assertThat(program.config().resolve("rules/evil")).doesNotExist();
    }
}
