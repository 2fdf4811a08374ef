package org.tripostal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Goes through the HTML of a message once, without building a tree: tags, attributes, and the text that a reader sees, with words that tags cut in
 * two put together again. Nothing that a sender writes makes it do more than one pass.
 */
public final class HtmlScan {

    /** What is met, in order. */
    public interface Seen {
        /** A tag is opened; its name is in lower case. */
        void tag(String name);

        /** An attribute of it, entities as they stand; comes before its tag. */
        void attribute(String tag, String name, String value);

        /** Text that a reader sees; words that tags cut in two are whole again. */
        void text(String text);

        /** Text that a style hides from the reader. */
        void hidden(String text);
    }

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "big", "em", "font", "i", "ins", "label", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "o:p", "wbr");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "wbr");

    private HtmlScan() {}

    /**
     * Goes through HTML.
     *
     * @param longest characters that are looked at; what follows is left out
     */
    public static void scan(String html, int longest, Seen seen) {
        new Scan(html, Math.min(html.length(), longest), seen).run();
    }

    /** What was met in HTML, to be told again as often as somebody asks. */
    public static final class Recorded {

        private final List<Consumer<Seen>> all = new ArrayList<>();

        /**
         * Goes through HTML.
         *
         * @param longest characters that are looked at; what follows is left out
         */
        public Recorded(String html, int longest) {
            scan(html, longest, new Seen() {
                @Override
                public void tag(String name) {
                    all.add(seen -> seen.tag(name));
                }

                @Override
                public void attribute(String tag, String name, String value) {
                    all.add(seen -> seen.attribute(tag, name, value));
                }

                @Override
                public void text(String text) {
                    all.add(seen -> seen.text(text));
                }

                @Override
                public void hidden(String text) {
                    all.add(seen -> seen.hidden(text));
                }
            });
        }

        /** Tells it all, in order. */
        public void tell(Seen seen) {
            all.forEach(met -> met.accept(seen));
        }
    }

    private static final class Scan {
        private final String html;
        private final int end;
        private final Seen seen;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder hiddenText = new StringBuilder();
        private int depth;
        private int hiddenAt = -1;
        private boolean hides;

        Scan(String html, int end, Seen seen) {
            this.html = html;
            this.end = end;
            this.seen = seen;
        }

        void run() {
            int i = 0;
            while (i < end) {
                char c = html.charAt(i);
                if (c == '<') {
                    i = markup(i);
                } else if (c == '&') {
                    i = entity(i);
                } else {
                    int start = i;
                    while (++i < end && (c = html.charAt(i)) != '<' && c != '&') {
                        // up to what is no text
                    }
                    out().append(html, start, i);
                }
            }
            flush();
        }

        private StringBuilder out() {
            return hiddenAt >= 0 ? hiddenText : text;
        }

        private void flush() {
            if (text.length() > 0) {
                seen.text(text.toString());
                text.setLength(0);
            }
            if (hiddenText.length() > 0) {
                seen.hidden(hiddenText.toString());
                hiddenText.setLength(0);
            }
        }

        private int markup(int at) {
            if (html.startsWith("<!--", at)) {
                int close = html.indexOf("-->", at + 4);
                return close < 0 || close >= end ? end : close + 3;
            }
            int i = at + 1;
            boolean closing = i < end && html.charAt(i) == '/';
            i += closing ? 1 : 0;
            int start = i;
            while (i < end && (Character.isLetterOrDigit(html.charAt(i)) || html.charAt(i) == ':')) {
                i++;
            }
            if (i == start) {
                if (i < end && (html.charAt(i) == '!' || html.charAt(i) == '?')) {
                    int close = html.indexOf('>', i);
                    return close < 0 || close >= end ? end : close + 1;
                }
                out().append('<');
                return at + 1;
            }
            String name = html.substring(start, Math.min(i, start + 20)).toLowerCase(Locale.ROOT);
            hides = false;
            i = attributes(i, name, closing);
            if (!INLINE.contains(name)) {
                out().append(' ');
            }
            if (closing) {
                depth--;
                if (hiddenAt >= 0 && depth <= hiddenAt) {
                    flush();
                    hiddenAt = -1;
                }
            } else {
                seen.tag(name);
                if (name.equals("script") || name.equals("style") || name.equals("title")) {
                    return past(i, name);
                }
                if (!VOID.contains(name)) {
                    if (hides && hiddenAt < 0) {
                        flush();
                        hiddenAt = depth;
                    }
                    depth++;
                }
            }
            return i;
        }

        private int past(int from, String name) {
            int i = from;
            while (true) {
                i = html.indexOf("</", i);
                if (i < 0 || i >= end) {
                    return end;
                }
                if (html.regionMatches(true, i + 2, name, 0, name.length())) {
                    int close = html.indexOf('>', i);
                    return close < 0 || close >= end ? end : close + 1;
                }
                i += 2;
            }
        }

        private int attributes(int from, String tag, boolean closing) {
            int i = from;
            while (i < end) {
                char c = html.charAt(i);
                if (c == '>') {
                    return i + 1;
                }
                if (c <= ' ' || c == '/') {
                    i++;
                    continue;
                }
                int start = i;
                while (i < end && (c = html.charAt(i)) > ' ' && c != '=' && c != '>' && c != '/') {
                    i++;
                }
                if (i == start) {
                    i++;
                    continue;
                }
                String name = html.substring(start, Math.min(i, start + 20)).toLowerCase(Locale.ROOT);
                while (i < end && html.charAt(i) <= ' ') {
                    i++;
                }
                String value = "";
                if (i < end && html.charAt(i) == '=') {
                    i++;
                    while (i < end && html.charAt(i) <= ' ') {
                        i++;
                    }
                    if (i < end && (html.charAt(i) == '"' || html.charAt(i) == '\'')) {
                        int close = html.indexOf(html.charAt(i), i + 1);
                        close = close < 0 || close > end ? end : close;
                        value = html.substring(i + 1, Math.min(close, i + 2001));
                        i = Math.min(end, close + 1);
                    } else {
                        int valueStart = i;
                        while (i < end && html.charAt(i) > ' ' && html.charAt(i) != '>') {
                            i++;
                        }
                        value = html.substring(valueStart, Math.min(i, valueStart + 2000));
                    }
                }
                if (!closing) {
                    if (name.equals("style")) {
                        hides = hides(value);
                    } else {
                        seen.attribute(tag, name, value);
                    }
                }
            }
            return end;
        }

        private static boolean hides(String style) {
            String bare = style.toLowerCase(Locale.ROOT).replace(" ", "");
            return bare.contains("display:none") || bare.contains("visibility:hidden") || bare.contains("font-size:0") || bare.contains("opacity:0;");
        }

        private int entity(int at) {
            int semi = at + 1;
            while (semi < end && semi < at + 10 && html.charAt(semi) != ';' && html.charAt(semi) > ' ') {
                semi++;
            }
            if (semi >= end || html.charAt(semi) != ';') {
                out().append('&');
                return at + 1;
            }
            String name = html.substring(at + 1, semi);
            if (name.startsWith("#")) {
                try {
                    int code = name.startsWith("#x") || name.startsWith("#X") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
                    if (Character.isValidCodePoint(code)) {
                        out().appendCodePoint(code == 0xA0 ? ' ' : code);
                    }
                } catch (NumberFormatException e) {
                    out().append(' '); // no character has this number
                }
            } else {
                switch (name) {
                    case "amp" -> out().append('&');
                    case "lt" -> out().append('<');
                    case "gt" -> out().append('>');
                    case "quot" -> out().append('"');
                    case "apos" -> out().append('\'');
                    case "eacute" -> out().append('é');
                    case "egrave" -> out().append('è');
                    case "agrave" -> out().append('à');
                    case "ccedil" -> out().append('ç');
                    case "euro" -> out().append('€');
                    case "pound" -> out().append('£');
                    case "zwnj", "zwj", "shy" -> {
                        // has no width
                    }
                    default -> out().append(' ');
                }
            }
            return semi + 1;
        }
    }
}
