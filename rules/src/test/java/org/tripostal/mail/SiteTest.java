package org.tripostal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "example.org,example.org", "www.example.org,example.org", "a.b.c.Example.ORG,example.org", "www.example.co.uk,example.co.uk",
        "impots.gouv.fr,impots.gouv.fr", "www.impots.gouv.fr,impots.gouv.fr", "localhost,localhost", "'',''",
    })
    void aSiteIsWhatItsOwnerRegistered(String host, String site) {
        assertThat(Site.ofHost(host)).isEqualTo(site);
    }

    @ParameterizedTest
    @CsvSource({
        "example.org,example.org", "' www.example.org ',example.org", "https://example.org,example.org", "HTTP://Login.Example.org:8080/a?b#c,example.org",
        "https://bank.example@evil.example/,evil.example", "ann@example.org,example.org", "example.org/a.pdf,example.org", "www.report.pdf,report.pdf",
        "https://café.example/,café.example",
    })
    void aTextThatIsAnAddressNamesItsSite(String text, String site) {
        assertThat(Site.namedBy(text)).isEqualTo(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "   ", "click here", "see example.org", "example.org now", "report.pdf", "package.json", "localhost", "192.168.1.1", "https://", "#top", "/path", "a..b", ".org",
        "1.2.3", "cid:x", "javascript:x.org", "ftp://example.org/", "tel:0123",
    })
    void anyOtherTextNamesNone(String text) {
        assertThat(Site.namedBy(text)).isEmpty();
    }

    @Test
    @Timeout(10)
    void aTextWithoutEndNamesNoneAndTakesNoTime() {
        for (String part : new String[] {"a.", "@", "a", ":1", "/", ".", "a@"}) {
            assertThat(Site.namedBy(part.repeat(500_000) + "!")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "www.bank.example,https://evil.example/,true", "www.bank.example,https://login.bank.example/,false", "bank.example,mailto:help@other.example,false",
        "bank.example,#top,false", "Your bank,https://evil.example/,false", "help@bank.example,https://evil.example/,true",
    })
    void aLinkMisleadsWhereItsTextNamesAnotherSite(String text, String target, boolean misleading) {
        assertThat(new Link(text, target).misleading()).isEqualTo(misleading);
    }

    @ParameterizedTest
    @CsvSource({
        "setup.exe,true,false", "invoice.pdf.exe,true,true", "'photo.jpg      .scr',true,true", "a.EXE,true,false", "a.pdf,false,false", "exe,false,false",
        "report.v2.pdf,false,false", "a.pdf.zip,false,false", "'',false,false", "archive.tar.gz,false,false", "setup.com,true,false",
    })
    void anAttachmentIsDangerousByWhatOpensIt(String name, boolean dangerous, boolean disguised) {
        Attachment attachment = new Attachment(name, "", 1, false);
        assertThat(attachment.dangerous()).isEqualTo(dangerous);
        assertThat(attachment.disguised()).isEqualTo(disguised);
    }
}
