package org.tripostal.demo;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.tripostal.driver.Account;
import org.tripostal.driver.Addon;
import org.tripostal.driver.Stage;

/** Mail is delivered, a handful at a time, and it is told what happens to each message and why. */
final class IncomingScene {

    private static final int HANDFUL = 6;

    private final Stage stage;
    private final Account account;
    private final Addon addon;
    private final Teller teller;
    private final List<Incoming> mail;
    private final Set<String> told = new HashSet<>();
    private int rightlyPlaced;

    IncomingScene(Stage stage, Account account, Teller teller) throws IOException, MessagingException {
        this.stage = stage;
        this.account = account;
        this.teller = teller;
        addon = new Addon(stage.thunderbird());
        mail = Incoming.all();
    }

    int messages() {
        return mail.size();
    }

    /** How many messages the server holds where they belong. */
    int rightlyPlaced() {
        return rightlyPlaced;
    }

    void play() throws IOException, MessagingException {
        teller.chapter("incoming");
        Queue<Incoming> bag = new ArrayDeque<>(mail);
        while (!bag.isEmpty()) {
            for (int n = 0; n < HANDFUL && !bag.isEmpty(); n++) {
                stage.server().deliver(bag.remove().bytes(), account);
            }
            stage.thunderbird().getMessages();
            int delivered = mail.size() - bag.size();
            stage.awaitWhileLooking(delivered + " messages to be judged", this::tellWhatIsNew, known -> known == delivered);
        }
    }

    /** Tells what became of the messages that have been judged since the last look; returns how many are told now. */
    private int tellWhatIsNew() throws IOException, MessagingException {
        // In this order: what has been judged has been moved before, so the server's answer is the final one.
        List<String> judged = stage.home().judgedOrOldByTheServer();
        if (!told.containsAll(judged)) {
            Map<String, String> because = reasons();
            Map<String, String> where = stage.server().mailbox(account).whereabouts();
            for (Incoming message : mail) {
                if (judged.contains(message.id()) && told.add(message.id())) {
                    tell(message, where.getOrDefault(message.id(), ""), because.get(message.id()));
                }
            }
        }
        return told.size();
    }

    private void tell(Incoming message, String folder, String because) {
        teller.event(told.size(), message.from(), message.subject(),
                folder.equals("INBOX") ? teller.words().of("incoming.stays") : teller.words().of("incoming.goes", folder),
                because == null ? teller.words().of("incoming.nobody") : because);
        if (folder.equals(message.folder())) {
            rightlyPlaced++;
        } else {
            teller.wrong("incoming.wrong", message.folder());
        }
    }

    /** The sentence for each message that something was decided about, by Message-ID. */
    private Map<String, String> reasons() throws IOException {
        return addon.decisions().stream().collect(Collectors.toMap(
                decision -> decision.path("headerMessageId").asText(), decision -> decision.at("/actions/0/because").asText(), (newer, older) -> newer));
    }
}
