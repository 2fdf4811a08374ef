package org.tripostal.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a host's name that its owner registered: {@code example.org} of {@code www.example.org}. */
public final class Site {

    /** Registries that sell names one level down: {@code example.co.uk}, {@code example.gouv.fr}. */
    private static final Pattern SECOND_LEVEL = Pattern.compile("(?:ac|co|com|edu|gob|gouv|gov|net|nom|or|org|asso|ne|go|id|ltd|plc|sch|nhs|mil)\\.[a-z]{2}");

    // Every repetition has an end: a text of a million dots is refused at once.
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://)?([^\\s/?#]{1,300}+)(?:[/?#]\\S*+)?");
    private static final Pattern HOST = Pattern.compile("(?:[\\p{L}\\p{N}_-]{1,63}+\\.){1,30}\\p{L}{2,63}");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    /** A word that ends like this is the name of a file sooner than of a host, unless it says {@code http} or {@code www}. */
    private static final Set<String> FILES = Set.of(
            "csv", "css", "doc", "docx", "eml", "exe", "gif", "htm", "html", "ics", "java", "jpeg", "jpg", "js", "json", "log", "odp", "ods", "odt", "pdf",
            "php", "png", "ppt", "pptx", "rtf", "sh", "svg", "tar", "txt", "xls", "xlsx", "xml", "yaml", "zip");

    private Site() {}

    /** The site of a host in lower case; the host itself where it has two labels or fewer. */
    public static String ofHost(String host) {
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
        if (labels.length <= 2) {
            return host.toLowerCase(Locale.ROOT);
        }
        String lastTwo = labels[labels.length - 2] + "." + labels[labels.length - 1];
        return SECOND_LEVEL.matcher(lastTwo).matches() ? labels[labels.length - 3] + "." + lastTwo : lastTwo;
    }

    /** The site that a text names when it is nothing but an address of a page or of a person, or a host; empty otherwise. */
    public static String namedBy(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            return "";
        }
        String authority = address.group(2);
        String host = PORT.matcher(authority.substring(authority.lastIndexOf('@') + 1)).replaceFirst("").toLowerCase(Locale.ROOT);
        boolean explicit = address.group(1) != null || host.startsWith("www.");
        boolean file = !explicit && FILES.contains(host.substring(host.lastIndexOf('.') + 1));
        return HOST.matcher(host).matches() && !file ? ofHost(host) : "";
    }
}
