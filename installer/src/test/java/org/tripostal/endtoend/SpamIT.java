package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Flags;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** Spam without training: the signs that a message bears, also in its body, make it junk together; those whom the user knows are not junk on signs alone. */
class SpamIT extends EndToEnd {

    private static final String PAGE = "<p>Your account is locked. <a href=\"https://collect.example.net/login\">www.bank-of-the-lake.example</a></p>";

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\n@club.example,Club\n");
    }

    @Test
    void whatThunderbirdHoldsForJunkIsJunkWithOtherSigns() throws Exception {
        Letter letter = Letter.from("Prize <win@lottery.example>").with("Reply-To", "pay@elsewhere.example")
                .with("Authentication-Results", "mx.example.org; spf=fail smtp.mailfrom=lottery.example");
        stage.deliverMarked(letter, ME, new Flags("Junk"));
        assertJunk(letter, "thunderbird-junk", "authentication-failed", "reply-to-elsewhere");
    }

    @Test
    void aProgramThatPosesAsADocumentIsJunk() throws Exception {
        assertJunk(deliver(Letter.from("Billing <billing@invoices.example>").attaching("invoice.pdf.exe")), "disguised-attachment");
    }

    @Test
    void aLinkThatLeadsElsewhereCountsWithOtherSigns() throws Exception {
        Letter letter = Letter.from("\"service@bank-of-the-lake.example\" <x81@collect.example>").with("Reply-To", "x82@elsewhere.example")
                .saying("text/html", PAGE.replace("is locked", "will be suspended"));
        assertJunk(deliver(letter), "misleading-link", "name-is-another-address", "reply-to-elsewhere", "words-account");
    }

    @Test
    void oneSignIsNotEnough() throws Exception {
        assertStays(deliver(Letter.from("Zoe <zoe@example.net>").saying("text/html", PAGE)));
        assertStays(deliver(Letter.from("Zoe <zoe@example.net>").attaching("holiday.pdf")));
    }

    @Test
    void whoBearsMyNameIsJunkWithADangerousAttachment() throws Exception {
        assertJunk(deliver(Letter.from("Me Example <me.example@collect.example>").attaching("photos.scr")), "poses-as-oneself", "dangerous-attachment");
    }

    @Test
    void aForgedSenderIsJunkByTheWordOfTheOwnServerOnly() throws Exception {
        Letter forged = deliver(Letter.from("The bank <care@bank.example>")
                .with("Authentication-Results", "mx.example.org; dmarc=fail header.from=bank.example"));
        assertJunk(forged, "forged-sender");
        assertThat(because(forged)).contains("forged", "mx.example.org");
        assertStays(deliver(Letter.from("The bank <care@bank.example>")
                .with("Authentication-Results", "mx.attacker.example; dmarc=fail header.from=bank.example")));
    }

    @Test
    void aForgedSenderIsJunkThoughItHasARoute() throws Exception {
        awaitIn("Junk", deliver(Letter.from("Bob <bob@club.example>").with("Authentication-Results", "mx.example.org; dmarc=fail header.from=club.example")));
    }

    @Test
    void whoHasARouteOrIsInTheAddressBookIsNotJunkOnSignsAlone() throws Exception {
        awaitIn("Club", deliver(Letter.from("Bob <bob@club.example>").attaching("minutes.pdf.exe")));
        thunderbird.background().run("""
                const [book] = await messenger.addressBooks.list();
                await messenger.addressBooks.contacts.create(book.id, "BEGIN:VCARD\\r\\nVERSION:4.0\\r\\nFN:Nora Lind\\r\\nEMAIL:nora@lind.example\\r\\nEND:VCARD\\r\\n");
                """);
        assertStays(deliver(Letter.from("Nora Lind <nora@lind.example>").attaching("game.pdf.exe")));
        assertJunk(deliver(Letter.from("Nora Lind <nora@collect.example>").attaching("game.exe")), "poses-as-contact", "dangerous-attachment");
    }

    private void assertJunk(Letter letter, String... evidence) throws Exception {
        awaitIn("Junk", letter);
        assertThat(stage.server().mailbox(ME).in("Junk")).filteredOn(held -> held.id().equals(letter.id()))
                .singleElement().satisfies(held -> assertThat(held.keywords()).contains("Junk"));
        awaitIdle();
        JsonNode found = journal(letter).get(0).at("/decision/spam/evidence");
        assertThat(StreamSupport.stream(found.spliterator(), false).map(one -> one.path("name").asText())).contains(evidence);
    }
}
