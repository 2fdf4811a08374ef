package org.tripostal.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Whose words HTML of mail holds, by the marks of the programs that wrote it: {@code blockquote}, Thunderbird's, Gmail's, Outlook's, Apple's, Yahoo's and
 * others' classes and ids. To be told of each node of a document in order.
 */
final class HtmlParts {

    enum Part { OWN, QUOTE, SIGNATURE }

    private static final Set<String> QUOTES = Set.of(
            "moz-cite-prefix", "moz-forward-container", "moz-email-headers-table", "gmail_attr", "yahoo_quoted", "protonmail_quote", "tutanota_quote",
            "zmail_extra", "mailo_quote", "ms-outlook-mobile-reference-message", "outlookmessageheader", "iosmail-quote", "k9mail-quote", "wmqtitle", "wmquote");
    private static final Set<String> QUOTE_IDS = Set.of(
            "reply-intro", "replybody1", "forwardbody1", "yahoo_quoted", "qtquote", "isforwardcontent", "isreplycontent", "originalcontent", "wmquote",
            "mail-editor-reference-message-container", "x_mail-editor-reference-message-container");
    private static final Set<String> SIGNATURES = Set.of(
            "moz-signature", "gmail_signature", "gmail_signature_prefix", "protonmail_signature_block", "k9mail-signature", "applemailsignature", "mailsignature", "wmsignature",
            "elementtoproof_signature", "tutanota_signature");
    private static final Set<String> SIGNATURE_IDS = Set.of(
            "signature", "ms-outlook-mobile-signature", "applemailsignature", "composer_signature", "mailsignature", "outlook-mobile-signature", "wmsignature",
            "x_signature", "mail-app-auto-default-signature", "samsung_signature", "yahoo_signature");
    /** All that follows them is what is answered, up to the end of what they stand in. */
    private static final Set<String> BOUNDARY_IDS = Set.of("divrplyfwdmsg", "appendonsend", "stopspelling", "ec_stopspelling", "zwchr", "linebreakatbeginningofmessage", "replysplit", "replywithquote");
    private static final Pattern OUTLOOK_LINE = Pattern.compile("(?is).*border-top:\\s*solid\\s+#(?:e1e1e1|b5c4df)\\s+1\\.0pt.*|.*border-top:\\s*(?:1(?:\\.0)?pt|1px)\\s+solid\\s+(?:#(?:e1e1e1|b5c4df)|rgb\\(225,\\s*225,\\s*225\\)|rgb\\(181,\\s*196,\\s*223\\)).*");
    private static final Pattern FORWARDED = Pattern.compile("(?iU)^\\W*(?:forwarded message|message transféré|message réexpédié|weitergeleitete|mensaje reenviado|messaggio inoltrato)\\b.*");

    private final Deque<Part> around = new ArrayDeque<>();
    private final Deque<Boolean> restIsQuote = new ArrayDeque<>();
    private Part now = Part.OWN;

    HtmlParts() {
        restIsQuote.push(false);
    }

    /** Whose the words are at this place. */
    Part now() {
        return restIsQuote.peek() ? Part.QUOTE : now;
    }

    /** An element begins. */
    void head(Element element) {
        if (isBoundary(element)) {
            restIsQuote.pop();
            restIsQuote.push(true);
        }
        around.push(now);
        boolean quotes = isQuote(element);
        if (quotes || isContainer(element)) {
            restIsQuote.push(restIsQuote.peek());
        }
        now = quotes ? Part.QUOTE : now == Part.OWN && isSignature(element) ? Part.SIGNATURE : now;
    }

    /** An element ends. */
    void tail(Element element) {
        now = around.pop();
        if (isQuote(element) || isContainer(element)) {
            restIsQuote.pop();
        }
    }

    /** What stands behind the mark of a boundary inside of a quote is no longer the other's when the quote ends. */
    private static boolean isContainer(Element element) {
        return element.normalName().equals("blockquote") || element.normalName().equals("body");
    }

    static boolean isQuote(Element element) {
        return element.normalName().equals("blockquote") && !isIndent(element)
                || names(element, QUOTES) || QUOTE_IDS.contains(id(element)) || element.hasAttr("data-marker") && element.attr("data-marker").equals("__QUOTED_TEXT__")
                || isGmailForward(element);
    }

    static boolean isSignature(Element element) {
        return names(element, SIGNATURES) || SIGNATURE_IDS.contains(id(element)) || element.attr("data-smartmail").equals("gmail_signature")
                || element.attr("data-marker").startsWith("__SIG_");
    }

    /** Writers indent by blockquote too; Thunderbird and Outlook mark that by a margin or a class. */
    private static boolean isIndent(Element element) {
        return element.attr("style").matches("(?is).*margin:\\s*0(?:px)?\\s+0(?:px)?\\s+0(?:px)?\\s+40px.*border:\\s*(?:none|medium none).*");
    }

    /** Gmail wraps the conversation in a div, in which one may answer between the quotes; only a forwarded message is another's as a whole. */
    private static boolean isGmailForward(Element element) {
        if (!element.normalName().equals("div") || !names(element, Set.of("gmail_quote", "gmail_quote_container"))) {
            return false;
        }
        Element introduction = element.selectFirst(".gmail_attr, .x_gmail_attr");
        return introduction == null ? element.selectFirst("blockquote") == null : FORWARDED.matcher(introduction.text()).matches();
    }

    private static boolean isBoundary(Element element) {
        String id = id(element);
        if (BOUNDARY_IDS.contains(id) || element.attr("data-marker").equals("__DIVIDER__")) {
            return true;
        }
        return element.normalName().equals("div") && OUTLOOK_LINE.matcher(element.attr("style")).matches() && startsWithHeader(element);
    }

    private static boolean startsWithHeader(Element element) {
        return element.selectFirst("b, strong") != null
                && element.text().strip().matches("(?isU)^(?:from|de|von|van|da|fra|från|od|expéditeur)\\s?:.*");
    }

    /** Outlook on the web puts {@code x_} before the classes and ids of what it quotes. */
    private static boolean names(Element element, Set<String> names) {
        return element.hasAttr("class") && element.classNames().stream().map(HtmlParts::plain).anyMatch(names::contains);
    }

    private static String id(Element element) {
        return plain(element.id());
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x_") ? lower.substring(2) : lower;
    }
}
