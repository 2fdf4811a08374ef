package org.tripostal.driver;

import java.io.IOException;
import java.time.Duration;

/** The add-on's pages that fill a tab: the Tripostal space, and what its menus open. */
public record Pages(Thunderbird thunderbird) {

    public static final String SPACE = "pages/space.html";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Presses Tripostal's button in the bar on the left. */
    public AddonPage openSpace() {
        Await.until("Tripostal's button in the spaces bar to be pressed", PATIENCE, () -> thunderbird.run("""
                const button = Services.wm.getMostRecentWindow("mail:3pane").document.querySelector(`.spaces-toolbar-button[id*="tripostal"]`);
                button?.click();
                return Boolean(button);
                """).asBoolean());
        return ready(SPACE);
    }

    /** Waits until a page is there and filled. */
    public AddonPage ready(String path) {
        AddonPage page = thunderbird.page(path).awaitOpen();
        Await.until(path + " to be filled", PATIENCE, () -> page.run("return document.body?.dataset.ready === 'true'").asBoolean());
        return page;
    }

    /**
     * Chooses an entry of Tripostal's in the menu of a folder in the folder pane, as by a right click on it.
     *
     * @param item the entry's id, such as {@code sort-folder}
     * @param path such as {@code /INBOX}
     */
    public void chooseInFolderMenu(String item, String account, String path) throws IOException {
        thunderbird.run("""
                const [item, account, path] = arguments;
                const window = Services.wm.getMostRecentWindow("mail:3pane");
                const tabmail = window.document.getElementById("tabmail");
                tabmail.switchToTab(0);
                const about3Pane = tabmail.currentAbout3Pane;
                const root = MailServices.accounts.getAccount(account).incomingServer.rootFolder;
                const folder = path.split("/").filter(Boolean).reduce((parent, name) => parent.getChildNamed(name), root);
                about3Pane.displayFolder(folder.URI);
                const row = about3Pane.folderTree.selectedRow;
                row.scrollIntoView({ block: "nearest" });
                const menu = about3Pane.document.getElementById("folderPaneContext") ?? window.document.getElementById("folderPaneContext");
                const shown = new Promise(resolve => menu.addEventListener("popupshown", resolve, { once: true }));
                const target = row.querySelector(".name") ?? row;
                const { x, y } = target.getBoundingClientRect();
                target.dispatchEvent(new about3Pane.MouseEvent("contextmenu", { bubbles: true, cancelable: true, button: 2, clientX: x + 5, clientY: y + 5, view: about3Pane }));
                await shown;
                const entry = [...menu.querySelectorAll("menuitem")].find(one => one.id.endsWith(`-menuitem-_${item}`));
                if (!entry) {
                  throw new Error(`no ${item} in the menu: ${[...menu.querySelectorAll("menuitem")].map(one => one.id).join(" ")}`);
                }
                const hidden = new Promise(resolve => menu.addEventListener("popuphidden", resolve, { once: true }));
                menu.activateItem(entry);
                await hidden;
                """, item, account, path);
    }

    /** Opens a page of the add-on in a tab. @param path with its query, such as {@code pages/always.html?message=3} */
    public AddonPage open(String path) throws IOException {
        thunderbird.background().run("await messenger.tabs.create({ url: arguments[0] })", "/" + path);
        return ready(path.replaceAll("\\?.*", ""));
    }

    /** Makes Thunderbird fetch what a folder holds, and waits until it knows so many messages. */
    public void awaitFolder(String account, String path, int messages) {
        awaitFolder(account, path, messages, Duration.ofMinutes(3));
    }

    /** The same, with more patience or less. */
    public void awaitFolder(String account, String path, int messages, Duration patience) {
        Await.until(messages + " messages in " + path, patience, () -> thunderbird.run("""
                const [account, path, messages] = arguments;
                const server = MailServices.accounts.getAccount(account).incomingServer;
                const folder = path.split("/").filter(Boolean).reduce((parent, name) => parent.getChildNamed(name), server.rootFolder);
                const window = Services.wm.getMostRecentWindow("mail:3pane");
                if (folder.noSelect) {
                  // Made while Thunderbird was listing the folders, it is among the subscribed ones and not among those that exist: Thunderbird takes it for one that
                  // holds no mail, until it lists them again.
                  const listed = (window.tripostalListed ??= new Set());
                  if (!listed.has(folder.URI)) {
                    listed.add(folder.URI);
                    server.performExpand(null);
                  }
                  return 0;
                }
                const known = folder.msgDatabase.dBFolderInfo.numMessages; // to go through them takes seconds where they are many
                // One look at the server at a time: each asks for the marks of all that the folder holds. A wish that Thunderbird drops, as where the folder is busy, is made again.
                const looks = (window.tripostalLooks ??= new Map());
                if (known < messages && !(Date.now() < looks.get(folder.URI))) {
                  looks.set(folder.URI, Date.now() + 10_000 + messages);
                  folder.QueryInterface(Ci.nsIMsgImapMailFolder).updateFolderWithListener(null, {
                    OnStartRunningUrl() {}, OnStopRunningUrl() { looks.delete(folder.URI); } });
                }
                return known;
                """, account, path, messages).asInt(), known -> known == messages);
    }
}
