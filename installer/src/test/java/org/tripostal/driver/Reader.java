package org.tripostal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the person who reads mail in Thunderbird does with it, and sees of it. */
public record Reader(Thunderbird thunderbird) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String FIND = """
            const [id, account, path] = arguments;
            const [folder] = await messenger.folders.query({ accountId: account, path });
            const found = folder ? (await messenger.messages.query({ folderId: folder.id, headerMessageId: id })).messages : [];
            """;

    /**
     * Thunderbird's number of a letter that lies in a folder; waits for it to be there.
     *
     * @param account such as {@code account1}
     * @param path such as {@code /INBOX}
     */
    public int number(Letter letter, String account, String path) {
        Nudge nudge = new Nudge(thunderbird);
        return Await.until(letter.id() + " in " + account + path, PATIENCE, () -> {
            nudge.ifDue();
            return thunderbird.background().run(FIND + "return found[0]?.id ?? 0;", letter.id(), account, path).asInt();
        }, number -> number > 0);
    }

    /** What Thunderbird shows in a folder: the Message-IDs of its messages; none where there is no such folder. */
    public List<String> in(String account, String path) throws IOException {
        List<String> ids = new ArrayList<>();
        thunderbird.background().run("""
                const [account, path] = arguments;
                const [folder] = await messenger.folders.query({ accountId: account, path });
                return folder ? (await messenger.messages.query({ folderId: folder.id })).messages.map(message => message.headerMessageId) : [];
                """, account, path).forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** Marks, as {@code messages.update} takes them: {@code read}, {@code flagged}, {@code junk}, {@code tags}. */
    public void mark(int message, JsonNode marks) throws IOException {
        thunderbird.background().run("await messenger.messages.update(...arguments)", message, marks);
    }

    /** Selects a letter, and marks it with the command that the key J, or Shift+J, gives. */
    public void markJunk(Letter letter, String account, String path, boolean junk) throws IOException {
        number(letter, account, path);
        thunderbird.run("""
                const [id, account, path, command] = arguments;
                const root = MailServices.accounts.getAccount(account).incomingServer.rootFolder;
                const folder = path.split("/").filter(Boolean).reduce((parent, name) => parent.getChildNamed(name), root);
                const window = Services.wm.getMostRecentWindow("mail:3pane");
                const pane = window.document.getElementById("tabmail").currentAbout3Pane;
                pane.displayFolder(folder.URI);
                const until = async good => {
                  for (let turn = 0; turn < 200; turn++) {
                    const found = good();
                    if (found !== null) return found;
                    await new Promise(resolve => window.setTimeout(resolve, 50));
                  }
                  throw new Error(`${id} cannot be selected in ${path}`);
                };
                const place = await until(() => {
                  const view = pane.gDBView;
                  const message = view && view.viewFolder === folder ? [...folder.messages].find(one => one.messageId === id) : null;
                  const at = message ? view.findIndexOfMsgHdr(message, true) : -1;
                  return at >= 0 && at < view.rowCount ? at : null;
                });
                pane.threadTree.selectedIndex = place;
                await until(() => pane.gDBView.numSelected === 1 ? true : null);
                pane.commandController.doCommand(command);
                """, letter.id(), account, path, junk ? "cmd_markAsJunk" : "cmd_markAsNotJunk");
    }

    /**
     * Drags a letter from one folder of an account to another. Tripostal sees it as it sees what the user does. As it is where the user opens the folder, Thunderbird
     * has looked into it on the server: what it only expects there after a move would be moved on at some later time.
     */
    public void move(Letter letter, String account, String from, String to) throws IOException {
        number(letter, account, from);
        thunderbird.run("""
                const [id, account, from, to] = arguments;
                const root = MailServices.accounts.getAccount(account).incomingServer.rootFolder;
                const folder = path => path.split("/").filter(Boolean).reduce((parent, name) => parent.getChildNamed(name), root);
                const [source, target] = [folder(from), folder(to)];
                const find = () => [...source.messages].find(one => one.messageId === id && !one.getStringProperty("pseudoHdr"));
                const end = Date.now() + 15000;
                const pause = milliseconds => new Promise(resolve => Services.wm.getMostRecentWindow("mail:3pane").setTimeout(resolve, milliseconds));
                for (let turn = 0; !find(); turn++) {
                  if (Date.now() > end) throw new Error(`${id} is not listed in ${from}`);
                  if (turn % 20 === 0) source.updateFolder(null); // not once only: Thunderbird drops the wish while the folder is busy
                  await pause(50);
                }
                const message = find();
                await new Promise((resolve, reject) => MailServices.copy.copyMessages(source, [message], target, true, {
                  QueryInterface: ChromeUtils.generateQI(["nsIMsgCopyServiceListener"]),
                  onStartCopy() {}, onProgress() {}, setMessageKey() {}, getMessageId() { return null; },
                  onStopCopy: status => Components.isSuccessCode(status) ? resolve() : reject(new Error(`not moved: ${status}`)),
                }, null, true));
                """, letter.id(), account, from, to);
    }

    /** Opens a letter in a tab of its own, and the popup that says why it is where it is. */
    public AddonPage askWhy(Letter letter, String account, String path) throws IOException {
        int number = number(letter, account, path);
        int tab = thunderbird.background().run("return (await messenger.messageDisplay.open({ messageId: arguments[0], location: 'tab' })).id", number).asInt();
        Await.until("the letter to be shown", PATIENCE, () -> thunderbird.background().run(
                "return (await messenger.messageDisplay.getDisplayedMessages(arguments[0])).messages.length > 0", tab).asBoolean());
        Await.until("the popup of the letter to open", PATIENCE, () -> {
            thunderbird.background().run("await messenger.messageDisplayAction.openPopup()");
            return thunderbird.page(Addon.WHY).isOpen();
        });
        AddonPage why = thunderbird.page(Addon.WHY);
        why.text("body[data-ready='true'] main");
        return why;
    }

    /** Closes all tabs but the first. */
    public void closeTabs() throws IOException {
        thunderbird.run("""
                const tabmail = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
                tabmail.tabInfo.slice(1).forEach(tab => tabmail.closeTab(tab));
                """);
    }
}
