package org.tripostal.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.tripostal.mail.Link;

/**
 * The links in the HTML of a message: each {@code <a href>} with the words between it and its end. Goes through the HTML once and builds no tree, which would
 * take longer than all else that is read of a message.
 */
final class HtmlLinks {

    /** More links than this are left out. */
    static final int MOST = 1_000;

    /** A space stands for these, as a reader sees them; whatever else is marked leaves words together. */
    private static final Set<String> APART = Set.of(
            "address", "article", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
            "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul");

    /** What stands in these is no markup. */
    private static final Set<String> RAW = Set.of("script", "style", "title", "textarea", "noscript", "xmp", "iframe");

    private static final int LONGEST_NAME = 12;

    private final String html;
    private final List<Link> links = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String target;
    private String href;

    private HtmlLinks(String html) {
        this.html = html;
    }

    /** The first thousand, in order. */
    static List<Link> of(String html) {
        if (html.isEmpty()) {
            return List.of();
        }
        HtmlLinks found = new HtmlLinks(html);
        found.read();
        return found.links;
    }

    private void read() {
        int at = 0;
        int open = html.indexOf('<');
        while (open >= 0 && links.size() < MOST) {
            if (target != null) {
                text.append(html, at, open);
            }
            at = markup(open);
            open = html.indexOf('<', at);
        }
        end();
    }

    private void end() {
        if (target != null && links.size() < MOST) {
            links.add(new Link(oneLine(unescaped(text.toString(), false)), target));
        }
        target = null;
        text.setLength(0);
    }

    private static String unescaped(String text, boolean inAttribute) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, inAttribute); // which makes a whole parser first
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00A0';
            if (!space) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    /** What begins with {@code <}; gives the place behind it. */
    private int markup(int open) {
        if (html.startsWith("<!--", open)) {
            int close = html.indexOf("-->", open + 4);
            return close < 0 ? html.length() : close + 3;
        }
        int at = open + 1;
        boolean closing = at < html.length() && html.charAt(at) == '/';
        at += closing ? 1 : 0;
        int start = at;
        while (at < html.length() && isOfName(html.charAt(at))) {
            at++;
        }
        if (at == start) {
            return afterNoTag(open, at);
        }
        String name = at - start > LONGEST_NAME ? "" : lower(start, at);
        boolean link = name.equals("a");
        href = null;
        at = attributes(at, link && !closing);
        if (link && (closing || href != null)) {
            end();
            target = closing ? null : unescaped(href, true);
        } else if (target != null && APART.contains(name)) {
            text.append(' ');
        }
        return !closing && RAW.contains(name) ? pastRaw(at, name) : at;
    }

    private int afterNoTag(int open, int at) {
        if (at < html.length() && (html.charAt(at) == '!' || html.charAt(at) == '?' || at > open + 1)) {
            int close = html.indexOf('>', at);
            return close < 0 ? html.length() : close + 1;
        }
        if (target != null) {
            text.append('<');
        }
        return open + 1;
    }

    private int pastRaw(int from, String name) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (html.regionMatches(true, at + 2, name, 0, name.length())) {
                return at;
            }
        }
        return html.length();
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ':' || c == '-';
    }

    private String lower(int from, int to) {
        StringBuilder name = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = html.charAt(i);
            name.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return name.toString();
    }

    /** Behind the {@code >} of a tag; remembers its first {@code href} where that is asked for. */
    private int attributes(int from, boolean wanted) {
        int at = from;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (c <= ' ' || c == '/') {
                at++;
                continue;
            }
            int start = at++;
            while (at < html.length() && (c = html.charAt(at)) > ' ' && c != '=' && c != '>' && c != '/') {
                at++;
            }
            int end = at;
            at = pastSpaces(at);
            if (at < html.length() && html.charAt(at) == '=') {
                at = value(pastSpaces(at + 1), wanted && href == null && end - start == 4 && html.regionMatches(true, start, "href", 0, 4));
            }
        }
        return html.length();
    }

    private int value(int from, boolean isTarget) {
        char quote = from < html.length() ? html.charAt(from) : ' ';
        boolean quoted = quote == '"' || quote == '\'';
        int start = quoted ? from + 1 : from;
        int end = start;
        if (quoted) {
            end = html.indexOf(quote, start);
            end = end < 0 ? html.length() : end;
        } else {
            while (end < html.length() && html.charAt(end) > ' ' && html.charAt(end) != '>') {
                end++;
            }
        }
        if (isTarget) {
            href = html.substring(start, end);
        }
        return quoted ? Math.min(html.length(), end + 1) : end;
    }

    private int pastSpaces(int from) {
        int at = from;
        while (at < html.length() && html.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
