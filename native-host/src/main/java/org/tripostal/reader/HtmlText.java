package org.tripostal.reader;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * HTML of mail as plain text, the way mail programs write it: quotes get {@code >} before each line, signatures get {@code "-- "} before them, however the
 * program that wrote them marked them ({@link HtmlParts}).
 */
final class HtmlText {

    private static final Set<String> BLOCKS = Set.of(
            "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
            "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul");

    /** A line is not marked as quoted more often than this, so that a text of quotes within quotes stays about as long as its source. */
    private static final int MOST_QUOTE_MARKS = 20;

    private HtmlText() {}

    /** The text that a reader of this HTML sees. */
    static String of(String html) {
        Text text = new Text();
        NodeTraversor.traverse(text, Jsoup.parse(html).body());
        return text.result();
    }

    private static final class Text implements NodeVisitor {

        private final StringBuilder out = new StringBuilder();
        private final HtmlParts parts = new HtmlParts();
        private int quotes;
        private boolean lineStart = true;
        private boolean space;
        private int hidden;
        private int preformatted;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && hidden == 0) {
                append(preformatted > 0 ? words.getWholeText() : words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "), preformatted > 0);
            } else if (node instanceof Element element) {
                preformatted += isPreformatted(element) ? 1 : 0;
                HtmlParts.Part before = parts.now();
                if (HtmlParts.isQuote(element) || HtmlParts.isSignature(element)) {
                    endLine();
                }
                parts.head(element);
                quotes += HtmlParts.isQuote(element) ? 1 : 0;
                switch (element.normalName()) {
                    case "script", "style", "head", "title" -> hidden++;
                    case "br" -> newLine();
                    default -> {
                        if (BLOCKS.contains(element.normalName())) {
                            endLine();
                        }
                    }
                }
                if (before == HtmlParts.Part.OWN && parts.now() == HtmlParts.Part.SIGNATURE) {
                    sign(element);
                }
            }
        }

        private void sign(Element element) {
            String signature = element.wholeText().strip();
            if (!signature.isEmpty() && !signature.startsWith("--")) {
                append("-- ", true);
                newLine();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                preformatted -= isPreformatted(element) ? 1 : 0;
                if (HtmlParts.isQuote(element) || HtmlParts.isSignature(element)) {
                    endLine();
                }
                quotes -= HtmlParts.isQuote(element) ? 1 : 0;
                parts.tail(element);
                switch (element.normalName()) {
                    case "script", "style", "head", "title" -> hidden--;
                    case "p" -> {
                        endLine();
                        newLine();
                    }
                    default -> {
                        if (BLOCKS.contains(element.normalName())) {
                            endLine();
                        }
                    }
                }
            }
        }

        private static boolean isPreformatted(Element element) {
            return element.normalName().equals("pre") || element.hasClass("moz-text-plain");
        }

        private void append(String words, boolean preformatted) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (preformatted && c == '\n') {
                    newLine();
                } else if (!preformatted && c == ' ') {
                    space = !lineStart;
                } else {
                    if (lineStart) {
                        out.append(marks()).append(quoted() ? " " : "");
                        lineStart = false;
                    } else if (space) {
                        out.append(' ');
                    }
                    space = false;
                    out.append(c == '\u00A0' ? ' ' : c);
                }
            }
        }

        private String marks() {
            return ">".repeat(quoted() ? Math.min(Math.max(quotes, 1), MOST_QUOTE_MARKS) : 0);
        }

        private boolean quoted() {
            return parts.now() == HtmlParts.Part.QUOTE;
        }

        private void endLine() {
            if (!lineStart) {
                newLine();
            }
        }

        private void newLine() {
            if (lineStart && quoted()) {
                out.append(marks());
            }
            out.append('\n');
            lineStart = true;
            space = false;
        }

        private String result() {
            return out.toString().strip();
        }
    }
}
