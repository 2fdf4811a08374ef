package org.tripostal.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The colours that a writer gave to words of HTML mail. Links, quotes and signatures have colours that programs chose; black, white, what is too dark to be
 * told from black, and what follows the reader's own settings is no colour.
 */
final class HtmlColours {

    private static final Pattern COLOUR = Pattern.compile("(?i)(?:^|;)\\s*+color\\s*+:\\s*+([^;!]++)");
    /** Where neither stands, no style and no attribute names a colour, and the HTML, such as most that is written in Thunderbird, need not be read: the word's letters have no other names than numbers. */
    private static final Pattern MAY_NAME_COLOUR = Pattern.compile("(?i)color|&#");
    private static final Set<String> PLAIN = Set.of(
            "black", "#000", "#000000", "rgb(0,0,0)", "rgba(0,0,0,1)", "white", "#fff", "#ffffff", "rgb(255,255,255)", "initial", "unset", "auto",
            "transparent", "windowtext", "canvastext", "window", "-moz-default-color");
    /** Each of red, green and blue at most 47 of 255: what programs take for black. */
    private static final Pattern DARK = Pattern.compile("#[0-2]{3}|#(?:[0-2][0-9a-f]){3}|rgba?\\((?:[0-3]?\\d|4[0-7]),(?:[0-3]?\\d|4[0-7]),(?:[0-3]?\\d|4[0-7])(?:,1(?:\\.0)?)?\\)");
    private static final Set<String> AS_AROUND = Set.of("", "inherit", "currentcolor");

    private HtmlColours() {}

    /** Each colour once, in lower case without spaces. */
    static List<String> of(String html) {
        if (!MAY_NAME_COLOUR.matcher(html).find()) {
            return List.of();
        }
        Colours colours = new Colours();
        NodeTraversor.traverse(colours, Jsoup.parse(html).body());
        return new ArrayList<>(colours.found);
    }

    /** Walks through the text once, with the colour that holds at each place. */
    private static final class Colours implements NodeVisitor {

        private static final String PLAIN_TEXT = "";

        private final Set<String> found = new LinkedHashSet<>();
        private final Deque<String> inForce = new ArrayDeque<>(List.of(PLAIN_TEXT));
        private final HtmlParts parts = new HtmlParts();
        private int links;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && links == 0 && parts.now() == HtmlParts.Part.OWN && isSeen(words) && !inForce.peek().isEmpty()) {
                found.add(inForce.peek());
            } else if (node instanceof Element element) {
                parts.head(element);
                String colour = colour(element);
                inForce.push(AS_AROUND.contains(colour) ? inForce.peek() : isPlain(colour) ? PLAIN_TEXT : colour);
                links += element.normalName().equals("a") ? 1 : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                inForce.pop();
                parts.tail(element);
                links -= element.normalName().equals("a") ? 1 : 0;
            }
        }

        private static boolean isSeen(TextNode words) {
            return words.getWholeText().codePoints().anyMatch(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c));
        }

        private static boolean isPlain(String colour) {
            return PLAIN.contains(colour) || DARK.matcher(colour).matches();
        }

        private static String colour(Element element) {
            Matcher style = COLOUR.matcher(element.attr("style"));
            String value = style.find() ? style.group(1) : element.normalName().equals("font") ? element.attr("color") : "";
            return value.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        }
    }
}
