package org.tripostal.demo;

import java.io.IOException;
import java.time.Duration;
import org.tripostal.driver.Await;
import org.tripostal.driver.Thunderbird;

/** Thunderbird's main window, arranged for a picture. */
final class MailWindow {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String PAGE = """
            const page = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
            """;

    private MailWindow() { }

    /** Opens all folders in the tree, the inbox in the list, and the newest message. */
    static void showInbox(Thunderbird thunderbird) throws IOException {
        thunderbird.run(PAGE + """
                const server = MailServices.accounts.allServers.find(server => server.type === "imap");
                page.displayFolder(server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox).URI);
                for (const row of page.document.querySelectorAll("#folderTree li.collapsed")) page.folderTree.expandRow(row);
                """);
        Await.until("the list of the inbox", PATIENCE, () -> thunderbird.run(PAGE + """
                if (!page.gDBView?.rowCount) return false;
                page.threadTree.selectedIndex = 0;
                return true;
                """).asBoolean());
        Await.until("the newest message to be shown", PATIENCE, () -> thunderbird.run(PAGE + """
                const browser = page.messageBrowser.contentWindow?.getMessagePaneBrowser?.();
                return Boolean(browser && browser.currentURI.spec !== "about:blank" && !browser.webProgress.isLoadingDocument);
                """).asBoolean());
    }
}
