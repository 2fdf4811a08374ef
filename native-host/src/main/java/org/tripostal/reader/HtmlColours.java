package org.tripostal.reader;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The colours that a writer gave to words of HTML mail. Links, quotes and signatures have colours that programs chose; black, white and what follows
 * the reader's own settings is no colour.
 */
final class HtmlColours {

    private static final Pattern COLOUR = Pattern.compile("(?i)(?:^|;)\\s*color\\s*:\\s*([^;!]+)");
    private static final String NOT_THE_WRITERS = "a, blockquote, .moz-signature, .moz-cite-prefix, .moz-forward-container, .gmail_quote, .gmail_signature";
    private static final Set<String> PLAIN = Set.of(
            "black", "#000", "#000000", "rgb(0,0,0)", "rgba(0,0,0,1)", "white", "#fff", "#ffffff", "rgb(255,255,255)", "inherit", "initial", "unset", "auto",
            "currentcolor", "transparent", "windowtext", "canvastext", "window", "-moz-default-color");

    private HtmlColours() {}

    /** Each colour once, in lower case without spaces. */
    static List<String> of(String html) {
        if (html.isEmpty()) {
            return List.of();
        }
        Set<String> colours = new LinkedHashSet<>();
        for (Element element : Jsoup.parse(html).body().select("font[color], [style]")) {
            String colour = colour(element);
            if (!colour.isEmpty() && !PLAIN.contains(colour) && !element.text().isBlank() && element.closest(NOT_THE_WRITERS) == null) {
                colours.add(colour);
            }
        }
        return new ArrayList<>(colours);
    }

    private static String colour(Element element) {
        Matcher style = COLOUR.matcher(element.attr("style"));
        String value = style.find() ? style.group(1) : element.normalName().equals("font") ? element.attr("color") : "";
        return value.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
