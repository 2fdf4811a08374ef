package org.tripostal.mail;

import java.util.Locale;

/**
 * A link in the HTML of a message.
 *
 * @example {@code Link(targetSite == "bank.example")}
 * @param text what the reader sees, for example {@code www.bank.example}
 * @param target where it leads, as it is written, for example {@code https://www.bank.example/login}
 */
public record Link(String text, String target) {

    /** The site that the text names when it looks like an address of a page, for example {@code bank.example}; empty otherwise. */
    public String shownSite() {
        return Site.namedBy(text);
    }

    /** The site that it leads to; empty where that is not a page. */
    public String targetSite() {
        return target.strip().toLowerCase(Locale.ROOT).startsWith("mailto:") ? "" : Site.namedBy(target);
    }

    /** Whether the text names one site and the link leads to another. */
    public boolean misleading() {
        return !shownSite().isEmpty() && !targetSite().isEmpty() && !shownSite().equals(targetSite());
    }
}
