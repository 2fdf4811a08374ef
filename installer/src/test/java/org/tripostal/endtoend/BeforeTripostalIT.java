package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.MailServer;

/** What lay in an inbox before Tripostal rests there, also where Thunderbird tells of it as new mail: of an account that it sees for the first time, it does. */
class BeforeTripostalIT extends EndToEnd {

    private final List<Letter> old = new ArrayList<>();

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
        try {
            for (int days : List.of(400, 20, 1, 0)) {
                ZonedDateTime when = ZonedDateTime.now().minusDays(days).minusMinutes(2);
                Letter letter = Letter.from("Ann <ann@example.org>").with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(when));
                stage.server().mailbox(ME).put("INBOX", MailServer.received(letter.bytes(ME.email()), when), new Flags());
                old.add(letter);
            }
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    @Test
    void unreadMailOfANewAccountRests() throws Exception {
        addon.awaitReady();
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>")));
        stage.awaitWhileLooking("the old letters to be known", stage.home()::judged, judged -> judged.containsAll(old.stream().map(Letter::id).toList()));
        awaitIdle();
        assertOldRest();
        use(stage.restart());
        addon.awaitReady();
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>")));
        awaitIdle();
        assertOldRest();
    }

    private void assertOldRest() throws Exception {
        for (Letter letter : old) {
            assertThat(whereabouts()).containsEntry(letter.id(), "INBOX");
            assertThat(journal(letter)).isEmpty();
        }
    }
}
