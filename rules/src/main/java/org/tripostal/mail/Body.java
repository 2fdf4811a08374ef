package org.tripostal.mail;

import org.tripostal.language.Capitals;
import org.tripostal.language.OwnText;

/**
 * The text of a message. It is a fact of its own, apart from {@link IncomingMessage}, because it costs a download: a rule that names
 * {@code Body} is a rule that needs the body, and only then is Thunderbird asked for it.
 */
public final class Body {

    private final String text;
    private final String html;
    private String ownText;
    private Capitals capitals;

    /**
     * @param text the whole text as plain text, quotes and signature included; quoted lines start with {@code >}
     * @param html the HTML source; empty for a plain text message
     */
    public Body(String text, String html) {
        this.text = text;
        this.html = html;
    }

    /** The whole text as plain text, quotes and signature included. */
    public String getText() {
        return text;
    }

    /** The HTML source; empty for a plain text message. */
    public String getHtml() {
        return html;
    }

    /** What the writer wrote: {@link #getText()} without quotes, forwarded parts and signature. */
    public String getOwnText() {
        if (ownText == null) {
            ownText = OwnText.of(text);
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
}
