package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** Whatever reaches the inbox is judged, once: also what Thunderbird does not tell of, and what came while nobody listened. */
class NothingMissedIT extends EndToEnd {

    private static final Flags UNREAD = new Flags();
    private static final Flags READ = new Flags(Flags.Flag.SEEN);

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    @BeforeEach
    void theInboxIsKnown() throws Exception {
        addon.awaitReady();
        awaitIn("Family", deliver(ann()));
    }

    @Test
    void mailThatWasReadElsewhereFirst() throws Exception {
        Letter letter = ann();
        stage.deliverMarked(letter, ME, READ);
        awaitIn("Family", letter);
        assertThat(stage.server().mailbox(ME).in("Family")).filteredOn(held -> held.id().equals(letter.id()))
                .singleElement().satisfies(held -> assertThat(held.read()).as("still marked as read").isTrue());
    }

    @Test
    void aSecondCopyOfAMessage() throws Exception {
        Letter letter = ann();
        stage.deliverMarked(letter, ME, UNREAD);
        awaitIn("Family", letter);
        stage.deliverMarked(letter, ME, UNREAD);
        awaitIn("Family + Family", letter);
        awaitIdle();
        assertThat(journal(letter)).hasSize(2);
    }

    @Test
    void mailThatCameWhileThunderbirdWasOff() throws Exception {
        Letter twice = ann();
        awaitIn("Family", deliver(twice));
        awaitIdle();
        stage.stop();
        Letter unread = ann();
        Letter read = ann();
        stage.server().deliver(unread.bytes(ME.email()), ME);
        stage.server().deliver(twice.bytes(ME.email()), ME);
        stage.server().mailbox(ME).put("INBOX", org.tripostal.driver.MailServer.received(read.bytes(ME.email())), READ);
        use(stage.start());
        awaitIn("Family", unread);
        awaitIn("Family", read);
        awaitIn("Family + Family", twice);
    }

    @Test
    void mailThatCameWhileTheAddOnWasOff() throws Exception {
        awaitIdle();
        thunderbird.enableAddon(false);
        Letter unread = deliver(ann());
        Letter read = ann();
        stage.deliverMarked(read, ME, READ);
        stage.awaitWhileLooking("Thunderbird to have both", () -> thunderbird.run("""
                const server = MailServices.accounts.allServers.find(one => one.type === "imap");
                const inbox = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
                return [...inbox.messages].filter(message => arguments[0].includes(message.messageId)).length;
                """, java.util.List.of(unread.id(), read.id())).asInt(), count -> count == 2);
        assertThat(whereabouts()).containsEntry(unread.id(), "INBOX").containsEntry(read.id(), "INBOX");
        thunderbird.enableAddon(true);
        awaitIn("Family", unread);
        awaitIn("Family", read);
    }

    @Test
    void mailThatCameWhileTheProgramWasAway() throws Exception {
        awaitIdle();
        String manifest = Files.readString(stage.home().manifest());
        Files.writeString(stage.home().manifest(), manifest.replaceFirst("\"path\"\\s*:\\s*\"[^\"]*\"", "\"path\": \"/bin/false\""));
        try {
            thunderbird.host().kill();
            addon.awaitHost("was-lost", Duration.ofSeconds(15));
            Letter unread = deliver(ann());
            Letter read = ann();
            stage.deliverMarked(read, ME, READ);
            reader.number(read, "account1", "/INBOX");
            assertThat(whereabouts()).containsEntry(unread.id(), "INBOX").containsEntry(read.id(), "INBOX");
            Files.writeString(stage.home().manifest(), manifest);
            addon.openStatus().click("#try-again");
            awaitIn("Family", unread);
            awaitIn("Family", read);
        } finally {
            Files.writeString(stage.home().manifest(), manifest);
        }
    }

    @Test
    void nothingIsJudgedASecondTime() throws Exception {
        Letter sorted = deliver(ann());
        Letter staying = deliver(Letter.from("Zoe <zoe@example.net>"));
        awaitIn("Family", sorted);
        assertStays(staying);
        awaitIdle();
        stage.home().configure("routes.csv", "from,folder\nann@example.org,Family\nzoe@example.net,Zoe\n");
        use(stage.restart());
        addon.awaitReady();
        awaitIn("Family", deliver(ann()));
        awaitIn("Zoe", deliver(Letter.from("Zoe <zoe@example.net>")));
        awaitIdle();
        assertThat(whereabouts()).as("judged before there was a route").containsEntry(staying.id(), "INBOX");
        assertThat(journal(sorted)).hasSize(1);
        assertThat(journal(staying)).isEmpty();
    }

    private static Letter ann() {
        return Letter.from("Ann <ann@example.org>");
    }
}
