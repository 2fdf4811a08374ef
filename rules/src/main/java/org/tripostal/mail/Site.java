package org.tripostal.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a host's name that its owner registered: {@code example.org} of {@code www.example.org}. */
public final class Site {

    /** Registries that sell names one level down: {@code example.co.uk}, {@code example.gouv.fr}. */
    private static final Pattern SECOND_LEVEL = Pattern.compile("(?:ac|co|com|edu|gob|gouv|gov|net|nom|or|org|asso|ne|go|id|ltd|plc|sch|nhs|mil)\\.[a-z]{2}");

    private static final Pattern HOST = Pattern.compile("(?i)^\\s*(?:[a-z][a-z0-9+.-]*://)?(?:[^\\s/@]*@)?((?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}]{2,})(?::\\d+)?(?:[/?#]\\S*)?\\s*$");

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

    /** The site that a text names when it is nothing but an address of a page or a host; empty otherwise. */
    public static String namedBy(String text) {
        Matcher matcher = HOST.matcher(text);
        return matcher.matches() ? ofHost(matcher.group(1)) : "";
    }
}
