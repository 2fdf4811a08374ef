package org.tripostal.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tripostal.image.Folders;

/**
 * Dovecot as Debian packages it, on the loopback interface at a free port, with a configuration and mail of its own in a throwaway folder: a server
 * that people really use. Its folder for junk is called {@code Spam}; only its special use says what it is for.
 */
final class Dovecot implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Duration START = Duration.ofSeconds(20);

    private static final String CONFIGURATION = """
            base_dir = {folder}/run
            state_dir = {folder}/run
            log_path = /dev/stderr
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{folder}/mail/%u
            mail_home = {folder}/mail/%u
            mail_fsync = never
            mail_max_userip_connections = 100
            mail_uid = {user}
            mail_gid = {group}
            first_valid_uid = 1
            default_internal_user = {user}
            default_internal_group = {group}
            default_login_user = {user}
            passdb {
              driver = passwd-file
              args = scheme=plain username_format=%u {folder}/users
            }
            userdb {
              driver = static
              args = uid={user} gid={group} home={folder}/mail/%u
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {port}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            namespace inbox {
              inbox = yes
              separator = /
              mailbox Spam {
                auto = subscribe
                special_use = \\Junk
              }
              mailbox Sent {
                auto = subscribe
                special_use = \\Sent
              }
              mailbox Drafts {
                auto = subscribe
                special_use = \\Drafts
              }
              mailbox Trash {
                auto = subscribe
                special_use = \\Trash
              }
            }
            """;

    private final Path folder;
    private final int port;
    private final Path configuration;
    private ChildProcess process;

    /** Starts it for these accounts, and waits until it answers. */
    Dovecot(List<Account> accounts) throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IOException("Dovecot is not installed (Debian's package dovecot-imapd; ./test installs it)");
        }
        // Not in the folder of the stage: Dovecot's sockets need short paths, and root hands the work to a user who may not look everywhere.
        folder = Files.createTempDirectory("tripostal-dovecot-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        port = Thunderbird.freePort();
        boolean root = System.getProperty("user.name").equals("root");
        String user = root ? "nobody" : System.getProperty("user.name");
        Path mail = Files.createDirectory(folder.resolve("mail"));
        if (root) {
            Files.setOwner(mail, mail.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
        }
        String group = root ? "nogroup" : Files.readAttributes(mail, java.nio.file.attribute.PosixFileAttributes.class).group().getName();
        Files.writeString(folder.resolve("users"), accounts.stream()
                .map(account -> account.email() + ":{PLAIN}" + account.password() + "::::::\n").collect(Collectors.joining()));
        configuration = Files.writeString(folder.resolve("dovecot.conf"), CONFIGURATION.replace("{folder}", folder.toString())
                .replace("{user}", user).replace("{group}", group).replace("{port}", String.valueOf(port)));
        try {
            start();
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Starts it, the first time or after {@link #stop}, and waits until it answers. */
    void start() throws IOException {
        process = ChildProcess.start(List.of(PROGRAM.toString(), "-F", "-c", configuration.toString()),
                Map.of("PATH", System.getenv("PATH")), folder.resolve("dovecot.log"));
        Await.until("Dovecot to answer", START, this::answersOrHasEnded);
        if (!process.isAlive()) {
            throw new IOException("Dovecot ended at once: " + process.lastWords());
        }
    }

    /** Ends it and all its connections; mail and port stay its own. */
    void stop() {
        process.close();
    }

    /** Where an account's mail lies, as Maildir++: {@code .Family} is the folder Family. */
    Path maildir(Account account) {
        return folder.resolve("mail").resolve(account.email());
    }

    int port() {
        return port;
    }

    private boolean answersOrHasEnded() throws IOException {
        if (!process.isAlive()) {
            return true;
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getInputStream().read() == '*';
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
