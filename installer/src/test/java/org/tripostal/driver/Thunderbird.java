package org.tripostal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A running Thunderbird under remote control. */
public final class Thunderbird implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final Marionette marionette;

    private Thunderbird(ChildProcess process, Marionette marionette) {
        this.process = process;
        this.marionette = marionette;
    }

    /** A free port for the remote control of one start. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it and waits until it takes commands. */
    static Thunderbird start(Profile profile, int marionettePort, Display display, Home home) throws IOException {
        List<String> command = new ArrayList<>(List.of(program().toString(), "--no-remote", "--profile", profile.folder().toString(),
                "--marionette", "--remote-allow-system-access"));
        if (display.isHeadless()) {
            command.add("--headless");
        }
        Map<String, String> environment = new TreeMap<>(home.environment());
        environment.putAll(display.environment());
        ChildProcess process = ChildProcess.start(command, environment, home.folder().resolve("../thunderbird.log").normalize());
        try {
            Marionette marionette = Await.until("Thunderbird's remote control", START,
                    () -> process.isAlive() ? new Marionette(marionettePort) : null, connectedOrEnded -> true);
            if (marionette == null) {
                throw new IOException("Thunderbird ended at once: " + process.lastWords());
            }
            Thunderbird thunderbird = new Thunderbird(process, marionette);
            Await.until("Thunderbird's main window", START, () -> thunderbird.windows().contains("mail:3pane"));
            return thunderbird;
        } catch (IOException | RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    /** Whether Thunderbird is installed on this computer. */
    public static boolean isInstalled() {
        return Files.isExecutable(program());
    }

    /** Whether the language pack is installed. */
    public static boolean speaks(String language) {
        return Files.exists(program().resolveSibling("extensions/langpack-" + language + "@thunderbird.mozilla.org.xpi"));
    }

    private static Path program() {
        return Stream.of("/usr/lib/thunderbird/thunderbird", "/usr/lib64/thunderbird/thunderbird", "/opt/thunderbird/thunderbird")
                .map(Path::of).filter(Files::isExecutable).findFirst().orElse(Path.of("/usr/lib/thunderbird/thunderbird"));
    }

    /**
     * Runs the body of an async function with full privileges in the main process; {@code MailServices} is there.
     *
     * @return what it returned, as JSON
     */
    public JsonNode run(String body, Object... arguments) throws IOException {
        return marionette.run(
                "const { MailServices } = ChromeUtils.importESModule(\"resource:///modules/MailServices.sys.mjs\");\n" + body, arguments);
    }

    /** One of the add-on's pages, such as {@code background.js} or {@code pages/review.html}. */
    public AddonPage page(String path) {
        return new AddonPage(this, path, null);
    }

    /** The add-on's background page. */
    public AddonPage background() {
        return page(AddonPage.BACKGROUND);
    }

    /** The kinds of all open windows: {@code mail:3pane}, {@code msgcompose}, or the address of a dialog. */
    public List<String> windows() throws IOException {
        List<String> kinds = new ArrayList<>();
        run("return [...Services.wm.getEnumerator(null)].map(w => w.document.documentElement.getAttribute('windowtype') || w.location.href)")
                .forEach(kind -> kinds.add(kind.asText()));
        return kinds;
    }

    /** Stores a password, as ticking "remember it" in the password dialog would. */
    void remember(Account account) throws IOException {
        for (String scheme : List.of(account.kind().isPop() ? "mailbox" : "imap", "smtp")) {
            run("""
                const [origin, user, password] = arguments;
                const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
                login.init(origin, null, origin, user, password, "", "");
                await Services.logins.addLoginAsync(login);
                """, scheme + "://127.0.0.1", account.email(), account.password());
        }
    }

    /** "Get Messages" for every account. */
    public void getMessages() throws IOException {
        run("""
            for (const server of MailServices.accounts.allServers) {
              if (server.type === "imap") server.performBiff(null);
              if (server.type === "pop3") server.getNewMessages(server.rootFolder, null, null);
            }
            """);
    }

    /** What clicking on the inbox does: asks the server for all that has changed in it, where "Get Messages" only asks for new mail. */
    void refreshInboxes() throws IOException {
        run("""
            for (const server of MailServices.accounts.allServers) {
              if (server.type === "imap") server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox).updateFolder(null);
            }
            """);
    }

    /** What opening an account in the list of folders does: asks the servers for all their folders. */
    public void refreshFolders() throws IOException {
        run("""
            for (const server of MailServices.accounts.allServers) {
              if (server.type === "imap") server.performExpand(null);
            }
            """);
    }

    /** Waits until the add-on of the profile runs. */
    void awaitAddon() {
        Await.until("the add-on to run", START, () -> run(
                "return WebExtensionPolicy.getByID(arguments[0])?.extension?.backgroundState ?? 'not there'", Profile.ADDON).asText(),
                state -> state.equals("running"));
    }

    /** Whether the add-on is switched on. */
    boolean addonRuns() throws IOException {
        return run("return !!WebExtensionPolicy.getByID(arguments[0])?.extension", Profile.ADDON).asBoolean();
    }

    /** Switches the add-on off, or on again, as the Add-ons Manager does. */
    public void enableAddon(boolean on) throws IOException {
        run("""
            const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
            const addon = await AddonManager.getAddonByID(arguments[0]);
            await (arguments[1] ? addon.enable() : addon.disable());
            """, Profile.ADDON, on);
        if (on) {
            awaitAddon();
        }
    }

    /** @param name {@code light} or {@code dark} */
    public void theme(String name) throws IOException {
        run("""
            const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
            await (await AddonManager.getAddonByID(`thunderbird-compact-${arguments[0]}@mozilla.org`)).enable();
            """, name);
    }

    /** From here on a person uses it: popups close by a click beside them again. */
    public void handOver() throws IOException {
        run("Services.prefs.setBoolPref('ui.popup.disable_autohide', false)");
    }

    /** What Thunderbird wrote to its error console, errors of the add-on and what the host says on standard error among it. */
    public String console() throws IOException {
        return run("return Services.console.getMessageArray().map(m => m.message).join('\\n')").asText();
    }

    /** The process of the program that the add-on talks to. */
    public HostProcess host() {
        return HostProcess.startedBy(process.process().toHandle());
    }

    /** Its main process. */
    public ProcessHandle handle() {
        return process.process().toHandle();
    }

    /** Whether a host process runs at all. */
    public boolean hasHost() {
        return HostProcess.isStartedBy(process.process().toHandle());
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it as a user does; what does not end by itself is killed. */
    @Override
    public void close() throws IOException {
        try (ChildProcess certainlyEnded = process; Marionette closed = marionette) {
            if (process.isAlive()) {
                try {
                    closed.command("Marionette:Quit", Map.of("flags", List.of("eForceQuit")));
                    certainlyEnded.endsWithin(20);
                } catch (IOException e) {
                    System.err.println("Thunderbird did not take the command to quit, and is ended: " + e.getMessage());
                }
            }
        }
    }

    /** Ends it without a chance to say a word, and all that it has started: its host sees its input end. */
    public void crash() {
        process.process().destroyForcibly();
        process.endsWithin(10);
        kill();
    }

    /** Ends it at once, as from a shutdown hook. */
    void kill() {
        process.close();
    }
}
