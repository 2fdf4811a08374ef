package org.tripostal.driver;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.tripostal.image.Folders;

/**
 * Everything that a scene needs: a mail server, a display, a throwaway home with a profile, and a Thunderbird in it. Whatever
 * way the scene ends, also by a signal, no process is left behind.
 */
public final class Stage implements AutoCloseable {

    private final Path folder;
    private final List<Account> accounts;
    private final String language;
    private final MailServer server;
    private final Display display;
    private final Home home;
    private final Profile profile;
    private final Thread emergency = new Thread(this::killAll, "emergency exit");
    private Thunderbird thunderbird;
    private boolean passwordsKnown;

    /**
     * Opens mail server and home; Thunderbird is not started yet.
     *
     * @param folder emptied first, and left there afterwards to be looked at
     * @param display closed with the stage
     */
    public Stage(Path folder, Path image, Path addon, List<Account> accounts, String language, Display display) throws IOException {
        Folders.delete(folder);
        this.folder = Files.createDirectories(folder).toRealPath();
        this.accounts = accounts;
        this.language = language;
        this.display = display;
        home = new Home(this.folder.resolve("home"), image);
        profile = new Profile(this.folder.resolve("profile"));
        profile.install(addon);
        server = new MailServer(accounts);
        Runtime.getRuntime().addShutdownHook(emergency);
    }

    /** Starts Thunderbird, the first time with logging in to every account; the add-on runs and the inboxes are there. */
    public Thunderbird start() throws IOException {
        int port = Thunderbird.freePort();
        profile.configure(accounts, server, language, port, passwordsKnown);
        thunderbird = Thunderbird.start(profile, port, display, home);
        if (!passwordsKnown) {
            for (Account account : accounts) {
                thunderbird.remember(account);
            }
            passwordsKnown = true;
            thunderbird.getMessages();
        }
        thunderbird.awaitAddon();
        Await.until("the first login to every account", Duration.ofSeconds(30), () -> thunderbird.run("""
                return MailServices.accounts.allServers.filter(server => server.type === "imap").every(server =>
                  server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox) && server.rootFolder.subFolders.length >= 2);
                """).asBoolean());
        new Addon(thunderbird).awaitInboxesSeen(accounts.size());
        return thunderbird;
    }

    /** Makes Thunderbird ask the servers for all that has changed in the inboxes. */
    public void look() throws IOException {
        thunderbird.refreshInboxes();
    }

    /** Hands a letter in for an account, and makes Thunderbird look. */
    public void deliver(Letter letter, Account account) throws IOException, MessagingException {
        server.deliver(letter.bytes(account.email()), account);
        thunderbird.getMessages();
    }

    /** Lets a letter appear in an account's inbox with flags that it has got elsewhere, such as {@code \\Seen}, and makes Thunderbird look. */
    public void deliverMarked(Letter letter, Account account, Flags flags) throws IOException, MessagingException {
        server.mailbox(account).put("INBOX", MailServer.received(letter.bytes(account.email())), flags);
        thunderbird.refreshInboxes();
    }

    /**
     * Waits until the account's mail lies as it should, and returns where each message is.
     *
     * @param good given the folder of each message by its Message-ID
     */
    public Map<String, String> awaitMail(String what, Account account, Predicate<Map<String, String>> good) {
        return awaitWhileLooking(what, () -> server.mailbox(account).whereabouts(), good);
    }

    /**
     * Waits for something that comes of new mail. Thunderbird is made to look into the inboxes now and then: mail that comes in the
     * very moment of a look would else wait for the next.
     */
    public <T> T awaitWhileLooking(String what, Callable<T> look, Predicate<? super T> good) {
        return awaitWhileLooking(what, Duration.ofSeconds(30), look, good);
    }

    /** The same, with more patience or less. */
    public <T> T awaitWhileLooking(String what, Duration patience, Callable<T> look, Predicate<? super T> good) {
        Nudge nudge = new Nudge(thunderbird);
        return Await.until(what, patience, () -> {
            nudge.ifDue();
            return look.call();
        }, good);
    }

    public Thunderbird restart() throws IOException {
        stop();
        return start();
    }

    /** Quits Thunderbird, as for the night; mail server and profile stay. */
    public void stop() throws IOException {
        thunderbird.close();
    }

    /** Starts Thunderbird again after it has crashed; what it does at its start, it does while the test goes on. */
    public Thunderbird startAfterCrash() throws IOException {
        int port = Thunderbird.freePort();
        profile.configure(accounts, server, language, port, true);
        thunderbird = Thunderbird.start(profile, port, display, home);
        thunderbird.awaitAddon();
        return thunderbird;
    }

    /** A second Thunderbird of the same user, with a profile of its own: the same accounts, and the same folders of Tripostal. */
    public Thunderbird startSecond(Path addon) throws IOException {
        Profile other = new Profile(folder.resolve("second-profile"));
        other.install(addon);
        int port = Thunderbird.freePort();
        other.configure(accounts, server, language, port, false);
        Thunderbird second = Thunderbird.start(other, port, display, home);
        for (Account account : accounts) {
            second.remember(account);
        }
        second.getMessages();
        second.awaitAddon();
        return second;
    }

    public Path folder() {
        return folder;
    }

    public Home home() {
        return home;
    }

    public MailServer server() {
        return server;
    }

    public Thunderbird thunderbird() {
        return thunderbird;
    }

    public Display display() {
        return display;
    }

    /** The processes that belong to this stage: those whose command line names its folder. */
    public List<ProcessHandle> processes() {
        String mark = folder + "/";
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(mark)).toList();
    }

    private void killAll() {
        if (thunderbird != null) {
            thunderbird.kill();
        }
        display.close();
        server.close();
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        try {
            if (thunderbird != null) {
                thunderbird.close();
            }
        } finally {
            killAll();
            Runtime.getRuntime().removeShutdownHook(emergency);
        }
    }
}
