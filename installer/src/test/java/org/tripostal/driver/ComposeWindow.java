package org.tripostal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * A window in which a message is written.
 *
 * @param tab the add-on's number for it
 */
public record ComposeWindow(Thunderbird thunderbird, int tab) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String WINDOW = """
            const window = WebExtensionPolicy.getByID(arguments[0]).extension.apiManager.global.tabTracker.getTab(arguments[1]);
            """;

    /** Opens one with the given details ({@code to}, {@code subject}, {@code body} …) filled in. */
    public static ComposeWindow open(Thunderbird thunderbird, Map<String, ?> details) throws IOException {
        int tab = thunderbird.background().run("return (await messenger.compose.beginNew(arguments[0])).id", details).asInt();
        return new ComposeWindow(thunderbird, tab);
    }

    /**
     * Opens an answer to a message that lies in Thunderbird.
     *
     * @param message Thunderbird's number of it
     * @param type {@code replyToSender} or {@code replyToAll}
     */
    public static ComposeWindow reply(Thunderbird thunderbird, int message, String type, Map<String, ?> details) throws IOException {
        int tab = thunderbird.background().run("return (await messenger.compose.beginReply(...arguments)).id", message, type, details).asInt();
        return new ComposeWindow(thunderbird, tab);
    }

    /** Changes what stands in the window. */
    public void write(Map<String, ?> details) throws IOException {
        thunderbird.background().run("await messenger.compose.setComposeDetails(...arguments)", tab, details);
    }

    /** Types at the place where Thunderbird has put the cursor. */
    public void type(String text) throws IOException {
        thunderbird.run(WINDOW + """
                const editor = window.GetCurrentEditor();
                for (const [at, line] of arguments[2].split("\\n").entries()) {
                  if (at > 0) editor.insertLineBreak ? editor.insertLineBreak() : editor.insertText("\\n");
                  if (line) editor.insertText(line);
                }
                """, Profile.ADDON, tab, text);
    }

    /** Presses Ctrl+Z in the text. */
    public void undo() throws IOException {
        thunderbird.run(WINDOW + """
                window.document.getElementById("messageEditor").focus();
                window.goDoCommand("cmd_undo");
                """, Profile.ADDON, tab);
    }

    /** The text as it stands in the window: HTML, or for a plain message its lines. */
    public String text() throws IOException {
        JsonNode details = details();
        return details.path(details.path("isPlainText").asBoolean() ? "plainTextBody" : "body").asText();
    }

    /** The sign on Tripostal's button. */
    public String sign() throws IOException {
        return thunderbird.background().run("return await messenger.composeAction.getBadgeText({ tabId: arguments[0] })", tab).asText();
    }

    /** Attaches a picture as a camera takes it, of a size that no JPEG makes much smaller; of some megabytes. */
    public void attachPicture(String name, int width, int height) throws IOException {
        thunderbird.background().run("""
                const [tab, name, width, height] = arguments;
                const canvas = new OffscreenCanvas(width, height);
                const paper = canvas.getContext("2d");
                const pixels = paper.createImageData(width, height);
                const words = new Uint32Array(pixels.data.buffer);
                for (let at = 0, seed = 1; at < words.length; at++) {
                  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
                  words[at] = seed | 0xff000000;
                }
                paper.putImageData(pixels, 0, 0);
                const file = new File([await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 })], name, { type: "image/jpeg" });
                await messenger.compose.addAttachment(tab, { file });
                """, tab, name, width, height);
    }

    /** The files attached: names with sizes in bytes. */
    public JsonNode attachments() throws IOException {
        return thunderbird.background().run("return await messenger.compose.listAttachments(arguments[0])", tab);
    }

    /** Attaches a file of so many bytes. */
    public void attach(String name, int bytes) throws IOException {
        thunderbird.background().run("""
                const [tab, name, bytes] = arguments;
                await messenger.compose.addAttachment(tab, { file: new File([new Uint8Array(bytes)], name) });
                """, tab, name, bytes);
    }

    /** Presses Send: the command of the toolbar, the menu and Ctrl+Return. Does not wait for what comes of it. */
    public void send() throws IOException {
        command("cmd_sendNow");
    }

    /** Presses Send Later. */
    public void sendLater() throws IOException {
        command("cmd_sendLater");
    }

    /** Saves it as a draft, as Ctrl+S does. Does not wait until it is saved. */
    public void save() throws IOException {
        command("cmd_saveAsDraft");
    }

    private void command(String command) throws IOException {
        thunderbird.run(WINDOW + "window.setTimeout(() => window.goDoCommand(arguments[2]), 0);", Profile.ADDON, tab, command);
    }

    /** The page that shows what was found in this message. */
    public AddonPage review() {
        return new AddonPage(thunderbird, Addon.REVIEW, tab);
    }

    public boolean isOpen() throws IOException {
        return thunderbird.background().run("return (await messenger.tabs.query({})).some(tab => tab.id === arguments[0])", tab).asBoolean();
    }

    /** Waits until the window has closed, which it does by itself once the message has left. */
    public void awaitClosed() {
        Await.until("the compose window to close", PATIENCE, () -> !isOpen());
    }

    /** Whether Thunderbird keeps the user from writing on, as it does while it sends or saves. */
    public boolean isLocked() throws IOException {
        return thunderbird.run(WINDOW + "return Boolean(window.gWindowLocked || window.gSaveOperationInProgress);", Profile.ADDON, tab).asBoolean();
    }

    /** Recipients, subject and so on, as they stand now. */
    public JsonNode details() throws IOException {
        return thunderbird.background().run("return await messenger.compose.getComposeDetails(arguments[0])", tab);
    }

    /** Closes the window and throws away what was written. */
    public void discard() throws IOException {
        thunderbird.run(WINDOW + """
                window.gContentChanged = false;
                if (window.gMsgCompose) window.gMsgCompose.bodyModified = false;
                window.setTimeout(() => window.close(), 0);
                """, Profile.ADDON, tab);
        awaitClosed();
    }
}
