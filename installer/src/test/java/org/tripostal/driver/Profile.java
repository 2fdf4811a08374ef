package org.tripostal.driver;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Thunderbird profile with the accounts and the add-on in place, as if a user had set it up. */
final class Profile {

    static final String ADDON = "tripostal@tripostal.org";

    private final Path folder;

    Profile(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path folder() {
        return folder;
    }

    /** Puts the add-on where Thunderbird looks for it at its start. */
    void install(Path addon) throws IOException {
        Path extensions = Files.createDirectories(folder.resolve("extensions"));
        Files.copy(addon, extensions.resolve(ADDON + ".xpi"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @param language such as {@code fr}; its language pack has to be installed
     * @param passwordsKnown false at the very first start, when logging in would open a dialog
     */
    void configure(List<Account> accounts, MailServer server, String language, int marionettePort, boolean passwordsKnown) throws IOException {
        Map<String, Object> prefs = new LinkedHashMap<>();
        prefs.put("intl.locale.requested", language);
        prefs.put("marionette.port", marionettePort);
        List<String> keys = new ArrayList<>();
        for (int n = 1; n <= accounts.size(); n++) {
            keys.add("account" + n);
            account(prefs, n, accounts.get(n - 1), server, passwordsKnown);
            if (accounts.get(n - 1).kind() == Account.Kind.POP3_INTO_LOCAL_FOLDERS) {
                prefs.put("mail.server.server" + n + ".deferred_to_account", "account" + (accounts.size() + 1));
            }
        }
        localFolders(prefs, accounts.size() + 1);
        keys.add("account" + (accounts.size() + 1));
        prefs.put("mail.accountmanager.accounts", String.join(",", keys));
        prefs.put("mail.accountmanager.defaultaccount", "account1");
        prefs.put("mail.account.lastKey", keys.size());

        StringBuilder text = new StringBuilder(quietPrefs());
        for (Map.Entry<String, Object> pref : prefs.entrySet()) {
            text.append("user_pref(\"").append(pref.getKey()).append("\", ")
                    .append(new ObjectMapper().writeValueAsString(pref.getValue())).append(");\n");
        }
        Files.writeString(folder.resolve("user.js"), text);
    }

    private static void account(Map<String, Object> prefs, int n, Account account, MailServer server, boolean passwordsKnown) {
        prefs.put("mail.account.account" + n + ".server", "server" + n);
        prefs.put("mail.account.account" + n + ".identities", "id" + n);
        boolean pop = account.kind().isPop();
        String mine = "mail.server.server" + n + ".";
        prefs.put(mine + "type", pop ? "pop3" : "imap");
        prefs.put(mine + "hostname", "127.0.0.1");
        prefs.put(mine + "port", server.incomingPort(account));
        prefs.put(mine + "userName", account.email());
        prefs.put(mine + "name", account.email());
        prefs.put(mine + "socketType", 0);
        prefs.put(mine + "authMethod", 3);
        prefs.put(mine + "login_at_startup", passwordsKnown);
        prefs.put(mine + "check_new_mail", true);
        prefs.put(mine + "leave_on_server", true);
        // GreenMail announces new mail so early in IDLE that Thunderbird drops the connection: the tests ask it for mail instead.
        prefs.put(mine + "use_idle", account.kind() == Account.Kind.DOVECOT);
        String identity = "mail.identity.id" + n + ".";
        prefs.put(identity + "useremail", account.email());
        prefs.put(identity + "fullName", account.name());
        prefs.put(identity + "smtpServer", "smtp" + n);
        prefs.put(identity + "valid", true);
        prefs.put(identity + "compose_html", true);
        String folders = pop ? "mailbox://nobody@Local%20Folders/" : "imap://" + account.email().replace("@", "%40") + "@127.0.0.1/";
        prefs.put(identity + "fcc_folder", folders + "Sent");
        prefs.put(identity + "draft_folder", folders + "Drafts");
        String smtp = "mail.smtpserver.smtp" + n + ".";
        prefs.put(smtp + "hostname", "127.0.0.1");
        prefs.put(smtp + "port", server.smtpPort());
        prefs.put(smtp + "username", account.email());
        prefs.put(smtp + "authMethod", 3);
        prefs.put(smtp + "try_ssl", 0);
        prefs.merge("mail.smtpservers", "smtp" + n, (before, one) -> before + "," + one);
    }

    private static void localFolders(Map<String, Object> prefs, int n) {
        prefs.put("mail.account.account" + n + ".server", "server" + n);
        prefs.put("mail.accountmanager.localfoldersserver", "server" + n);
        prefs.put("mail.server.server" + n + ".type", "none");
        prefs.put("mail.server.server" + n + ".hostname", "Local Folders");
        prefs.put("mail.server.server" + n + ".userName", "nobody");
        prefs.put("mail.server.server" + n + ".name", "Local Folders");
    }

    private static String quietPrefs() throws IOException {
        try (InputStream prefs = Profile.class.getResourceAsStream("quiet-prefs.js")) {
            return new String(prefs.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
