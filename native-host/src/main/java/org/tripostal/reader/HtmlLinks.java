package org.tripostal.reader;

import java.util.List;
import org.jsoup.Jsoup;
import org.tripostal.mail.Link;

/** The links in the HTML of a message. */
final class HtmlLinks {

    private static final int MOST = 1_000;

    private HtmlLinks() {}

    /** The first thousand, in order. */
    static List<Link> of(String html) {
        return html.isEmpty()
                ? List.of()
                : Jsoup.parse(html).select("a[href]").stream().limit(MOST).map(link -> new Link(link.text(), link.attr("href"))).toList();
    }
}
