package org.tripostal.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Account;
import org.tripostal.driver.Await;
import org.tripostal.driver.Letter;

/** Folders and accounts change under Tripostal's hands, by the user or by another mail program, while mail is sorted into them. */
class MailboxFaultsIT extends UnderFault {

    private static final Account LEAVING = Account.of("old@example.org", "Me of old").by(Account.Kind.DOVECOT);

    @Override
    List<Account> accounts() {
        return List.of(HERE, LEAVING);
    }

    @Test
    void aFolderIsRenamedByAnotherProgram() throws Exception {
        Flood flood = new Flood(stage, HERE);
        flood.deliverPart(2);
        stage.awaitWhileLooking("the first letters to be sorted", flood::sorted, sorted -> sorted > 0);
        stage.server().mailbox(HERE).rename("Family", "Famille");
        flood.deliverPart(2);
        flood.allow("Family", "Famille");
        awaitLeftFor("Family");
        thunderbird.refreshFolders();
        flood.assertAllInPlace("folder renamed by another program", 1);
    }

    @Test
    void aFolderIsDeletedByAnotherProgram() throws Exception {
        Letter first = Letter.from("Bob <bob@club.example>");
        stage.deliver(first, HERE);
        stage.awaitMail("the first letter", HERE, where -> "Club/News".equals(where.get(first.id())));
        stage.server().mailbox(HERE).moveAll("Club/News", "Trash");
        stage.server().mailbox(HERE).deleteEmpty("Club/News");
        Flood flood = new Flood(stage, HERE);
        flood.deliverAll();
        awaitLeftFor("Club/News");
        thunderbird.refreshFolders();
        flood.assertAllInPlace("folder deleted by another program", 1);
    }

    /**
     * Thunderbird does not learn of what others do to folders before it asks the server for all of them, at its start or when the user opens the account. Until then it moves
     * nothing there: it is said, and tried again.
     */
    private void awaitLeftFor(String folder) {
        stage.awaitWhileLooking("it to be said that nothing can be moved into " + folder, () -> addon.decisions().stream()
                .filter(decision -> decision.path("reason").asText().equals("not-moved") && decision.path("value").asText().equals(folder) && decision.path("again").asBoolean()).count(), left -> left > 0);
    }

    @Test
    void aFolderCannotBeWrittenTo() throws Exception {
        Letter first = Letter.from("Ann <ann@example.org>");
        stage.deliver(first, HERE);
        stage.awaitMail("the first letter", HERE, where -> "Family".equals(where.get(first.id())));
        Path folder = stage.server().maildir(HERE).resolve(".Family");
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(folder.resolve("tmp"));
        Flood flood = new Flood(stage, HERE);
        try {
            for (String part : List.of("tmp", "new", "cur")) {
                Files.setPosixFilePermissions(folder.resolve(part), PosixFilePermissions.fromString("r-xr-xr-x"));
            }
            flood.deliverAll();
            stage.awaitWhileLooking("what can be moved to be moved", Duration.ofSeconds(60 + Flood.MESSAGES / 5), flood::sorted, sorted -> sorted >= Flood.MESSAGES / 4);
            Await.until("it to be shown that they cannot be moved", Duration.ofSeconds(60), addon::decisions,
                    decisions -> decisions.stream().anyMatch(decision -> decision.path("outcome").asText().equals("failed")));
        } finally {
            for (String part : List.of("tmp", "new", "cur")) {
                Files.setPosixFilePermissions(folder.resolve(part), before);
            }
        }
        flood.assertAllInPlace("folder read-only", 1);
    }

    @Test
    void anAccountIsRemoved() throws Exception {
        Flood leaving = new Flood(stage, LEAVING);
        Flood staying = new Flood(stage, HERE);
        leaving.deliverAll();
        staying.deliverPart(2);
        thunderbird.getMessages();
        untilAnyMoment(2_000);
        thunderbird.run("""
                const account = MailServices.accounts.accounts.find(a => a.incomingServer.username === arguments[0]);
                MailServices.accounts.removeAccount(account, false);
                """, LEAVING.email());
        staying.deliverPart(2);
        staying.assertAllInPlace("another account removed", 1);
        leaving.allow("Family", "INBOX");
        leaving.allow("Club/News", "INBOX");
        leaving.assertAllInPlace("its own account removed", 1);
        awaitIdle();
    }
}
