package org.tripostal.mail;

import java.util.List;
import java.util.function.Supplier;
import org.tripostal.language.AttachmentMention;
import org.tripostal.language.Capitals;
import org.tripostal.language.Closing;
import org.tripostal.language.Greeting;
import org.tripostal.language.HtmlScan;
import org.tripostal.language.OwnText;

/**
 * The text of a message. It is a fact of its own, apart from {@link IncomingMessage}, because it costs a download: a rule that names
 * {@code Body} is a rule that needs the body, and only then is Thunderbird asked for it.
 *
 * @example {@code Body(ownText matches "(?is).*unsubscribe.*")}
 */
public final class Body {

    /** Characters of text, and of HTML, that signs and learner look at. */
    public static final int LONGEST_SCAN = 200_000;

    private static final int ONE_LINE = 100;

    private final String html;
    private Supplier<String> readText;
    private Supplier<List<String>> readColours;
    private String text;
    private List<String> colours;
    private HtmlScan.Recorded scanned;
    private String ownText;
    private Capitals capitals;
    private String greeting;
    private String closing;
    private String attachmentMention;

    /**
     * @param text the whole text as plain text, quotes and signature included; quoted lines start with {@code >}
     * @param html the HTML source; empty for a plain text message
     * @param colours the colours that the writer gave to words, as HTML writes them; without black, white, links, quotes and signature
     */
    public Body(String text, String html, List<String> colours) {
        this.text = text;
        this.html = html;
        this.colours = List.copyOf(colours);
    }

    /**
     * A text that is made when a rule first asks for it: to make it of HTML costs more than all else that is read of a message.
     *
     * @param text makes the whole text as plain text
     * @param html the HTML source; empty for a plain text message
     * @param colours finds the colours that the writer gave to words
     */
    public Body(Supplier<String> text, String html, Supplier<List<String>> colours) {
        this.readText = text;
        this.html = html;
        this.readColours = colours;
    }

    /** The whole text as plain text, quotes and signature included. */
    public String getText() {
        if (text == null) {
            text = readText.get();
            readText = null;
        }
        return text;
    }

    /** The HTML source; empty for a plain text message. */
    public String getHtml() {
        return html;
    }

    /** Tells what stands in the HTML, up to {@link #LONGEST_SCAN} characters of it. It is gone through once: signs and learner both ask. */
    public void scanHtml(HtmlScan.Seen seen) {
        if (scanned == null) {
            scanned = new HtmlScan.Recorded(html, LONGEST_SCAN);
        }
        scanned.tell(seen);
    }

    /** What the writer wrote: {@link #getText()} without quotes, forwarded parts and signature. */
    public String getOwnText() {
        if (ownText == null) {
            ownText = OwnText.of(getText());
        }
        return ownText;
    }

    /** The capitals of {@link #getOwnText()}, addresses of pages and of people left out. */
    public Capitals getCapitals() {
        if (capitals == null) {
            capitals = Capitals.ofText(getOwnText());
        }
        return capitals;
    }

    /** The words that greet the reader; empty where there are none. */
    public String getGreeting() {
        if (greeting == null) {
            greeting = Greeting.in(getOwnText());
        }
        return greeting;
    }

    /** The words that take leave of the reader; empty where there are none. */
    public String getClosing() {
        if (closing == null) {
            closing = Closing.in(getOwnText());
        }
        return closing;
    }

    /** The words that say that something is attached; empty where there are none. */
    public String getAttachmentMention() {
        if (attachmentMention == null) {
            attachmentMention = AttachmentMention.in(getOwnText());
        }
        return attachmentMention;
    }

    /** Whether the writer's own text is a single short line. */
    public boolean isOneLine() {
        return getOwnText().length() <= ONE_LINE && getOwnText().strip().lines().count() <= 1;
    }

    /** The colours that the writer gave to words, as HTML writes them, each once. */
    public List<String> getColours() {
        if (colours == null) {
            colours = List.copyOf(readColours.get());
            readColours = null;
        }
        return colours;
    }
}
