package org.tripostal.sign;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tripostal.language.HtmlScan;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Site;

/** Signs in the text, the HTML and the links of a message. */
final class ContentSigns implements HtmlScan.Seen {

    private static final Set<String> HOSTING = new HashSet<>(Table.lines("hosting.txt"));
    private static final Set<String> ARCHIVES = Set.of("zip", "rar", "7z", "gz", "tgz", "ace", "arj", "cab", "iso", "img");
    private static final int MOST_LINKS = 1_000;
    private static final int MUCH_HIDDEN = 600;
    private static final int LITTLE_TEXT = 200;

    private final IncomingMessage message;
    private final Signs signs;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> linked = new HashMap<>();
    private final Set<String> hosts = new HashSet<>();
    private boolean html;
    private int pictures;
    private int hidden;
    private int links;
    private String target = "";

    ContentSigns(IncomingMessage message, Signs signs) {
        this.message = message;
        this.signs = signs;
    }

    @Override
    public void tag(String name) {
        html = true;
        switch (name) {
            case "form", "input" -> signs.add("form");
            case "script" -> signs.add("script");
            case "iframe", "object", "embed" -> signs.add("embedded", name);
            case "img" -> pictures++;
            default -> {
                // an ordinary tag
            }
        }
    }

    @Override
    public void attribute(String tag, String name, String value) {
        if (name.equals("href") && (tag.equals("a") || tag.equals("area"))) {
            link(value);
        } else if (name.equals("action") && tag.equals("form")) {
            signs.add("form");
        } else if (name.startsWith("on") && tag.equals("body")) {
            signs.add("script");
        }
    }

    @Override
    public void text(String words) {
        text.append(words).append(' ');
    }

    @Override
    public void hidden(String words) {
        hidden += words.strip().length();
    }

    void plain(String words) {
        text.append(words);
        int at = 0;
        while ((at = words.indexOf("://", at)) >= 0 && links <= MOST_LINKS) {
            int start = at;
            while (start > 0 && Character.isLetter(words.charAt(start - 1))) {
                start--;
            }
            int end = at + 3;
            while (end < words.length() && words.charAt(end) > ' ' && words.charAt(end) != '>' && words.charAt(end) != '"' && words.charAt(end) != ')') {
                end++;
            }
            link(words.substring(start, Math.min(end, start + 2000)));
            at = Math.max(end, at + 3);
        }
    }

    private void link(String value) {
        String address = value.strip();
        String lower = address.toLowerCase(Locale.ROOT);
        if (++links > MOST_LINKS || !lower.startsWith("http")) {
            if (lower.startsWith("data:") || lower.startsWith("javascript:")) {
                signs.add("script");
            }
            return;
        }
        int start = lower.indexOf("://");
        if (start < 0) {
            return;
        }
        int end = start + 3;
        while (end < lower.length() && "/?#\\ ".indexOf(lower.charAt(end)) < 0) {
            end++;
        }
        String authority = lower.substring(start + 3, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (authority.indexOf('@') > 0) {
            signs.add("user-in-link", address);
        }
        int port = host.indexOf(':');
        if (port > 0) {
            String number = host.substring(port + 1);
            if (!number.equals("80") && !number.equals("443") && !number.isEmpty()) {
                signs.add("port-in-link", host);
            }
            host = host.substring(0, port);
        }
        if (host.isEmpty()) {
            return;
        }
        if (Character.isDigit(host.charAt(host.length() - 1))) {
            signs.add("number-link", host);
            return;
        }
        if (host.contains("xn--")) {
            signs.add("punycode-link", host);
        }
        String site = Site.ofHost(host);
        linked.merge(site, 1, Integer::sum);
        target = host;
        if (hosts.add(host)) {
            for (String place = host; !place.isEmpty(); place = place.indexOf('.') < 0 ? "" : place.substring(place.indexOf('.') + 1)) {
                if (HOSTING.contains(place) && !place.equals(Site.ofHost(message.fromDomain())) && !message.fromDomain().endsWith(place)) {
                    signs.add("anonymous-hosting", host);
                }
            }
            if (message.list().isEmpty()) {
                String linkHost = host;
                Organisations.BUILT_IN.lookAlike(host).ifPresent(organisation -> signs.add("look-alike-link", organisation, linkHost));
            }
            if (CheapDomains.has(site)) {
                signs.add("cheap-domain-link", host);
            }
            String label = site.indexOf('.') < 0 ? site : site.substring(0, site.indexOf('.'));
            if (SenderSigns.isRandom(label)) {
                signs.add("random-link", host);
            }
        }
        int again = lower.indexOf("http", end);
        if (again > 0 && (lower.startsWith("://", again + 4) || lower.startsWith("s://", again + 4) || lower.startsWith("%3a", again + 4) || lower.startsWith("s%3a", again + 4))) {
            signs.add("redirecting-link", host);
        }
    }

    void conclude(List<Attachment> attachments) {
        if (links > MOST_LINKS) {
            signs.add("many-links", String.valueOf(MOST_LINKS));
        }
        String own = Site.ofHost(message.fromDomain());
        int all = linked.values().stream().mapToInt(Integer::intValue).sum();
        if (all > 0) {
            int owned = linked.getOrDefault(own, 0);
            if (owned * 2 >= all) {
                signs.add("links-to-sender", own);
            } else if (owned == 0) {
                signs.add(linked.size() == 1 ? "links-to-one-other-site" : "links-to-other-sites", linked.keySet().stream().sorted().findFirst().orElse(""), own);
            } else {
                signs.add("links-to-sender-too", own);
            }
        } else if (links == 0) {
            signs.add("no-links");
        }
        Folded folded = Folded.of(text.toString());
        if (folded.disguised() >= 3) {
            signs.add("disguised-letters");
        }
        List<String> words = Phrases.words(folded.text());
        Map<String, Map<String, Integer>> themes = new TreeMap<>();
        Phrases.BUILT_IN.find(words, (theme, phrase) -> themes.computeIfAbsent(theme, key -> new TreeMap<>()).merge(phrase, 1, Integer::sum));
        Map<String, Map<String, Integer>> inSubject = new TreeMap<>();
        List<String> subject = Phrases.words(Folded.of(message.subject() + " . " + message.fromName()).text());
        Set<String> disguised = DisguisedWords.in(words);
        disguised.addAll(DisguisedWords.in(subject));
        if (!disguised.isEmpty()) {
            signs.add("disguised-words", String.join(", ", disguised.stream().limit(5).toList()));
        }
        Phrases.BUILT_IN.find(subject,
                (theme, phrase) -> inSubject.computeIfAbsent(theme, key -> new TreeMap<>()).merge(phrase, 1, Integer::sum));
        inSubject.forEach((theme, phrases) -> signs.add("subject-" + theme, String.join(", ", phrases.keySet())));
        themes.forEach((theme, phrases) -> {
            String said = String.join(", ", phrases.keySet().stream().limit(5).toList());
            signs.add("words-" + theme, said);
            if (phrases.size() >= 2) {
                signs.add("many-words-" + theme, said);
            }
            if (phrases.size() >= 4) {
                signs.add("very-many-words-" + theme, said);
            }
        });
        if (html) {
            signs.add("html");
            int shown = text.toString().strip().length();
            boolean shows = attachments.stream().anyMatch(file -> file.inline() && file.contentType().startsWith("image/"));
            if (pictures > 0 && links == 0 && shows && !signs.has("answer") && !signs.has("list")) {
                signs.add("picture-and-no-link");
            }
            if (pictures > 0 && shown < LITTLE_TEXT && all > 0) {
                signs.add("picture-instead-of-text");
            }
            if (hidden > MUCH_HIDDEN && hidden > shown / 4) {
                signs.add("hidden-text");
            }
            if (all >= 5 && !signs.has("unsubscribe-field") && !themes.containsKey("footer") && message.list().isEmpty()) {
                signs.add("bulk-without-unsubscribe");
            }
        }
        if (words.size() < 10 && all > 0) {
            signs.add("hardly-a-word-and-a-link", target);
        }
        if (!attachments.isEmpty() && attachments.stream().anyMatch(file -> ARCHIVES.contains(file.extension()))
                && (words.contains("password") || words.contains("passwort") || folded.text().contains("mot de passe"))) {
            signs.add("password-for-archive", attachments.stream().filter(file -> ARCHIVES.contains(file.extension())).findFirst().orElseThrow().name());
        }
        for (Attachment file : attachments) {
            if (Set.of("htm", "html", "shtml", "svg", "xhtml").contains(file.extension())) {
                signs.add("page-as-attachment", file.name());
            }
        }
        if (words.isEmpty() && attachments.isEmpty()) {
            signs.add("empty-text");
        }
    }
}
