package org.tripostal.sign;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.mail.Site;

/**
 * The step of a message's way at which it was handed over to the receiving side: the topmost Received field (RFC 5321, section 4.4) in which a host of another
 * site hands it on. What stands below it the sender may have written himself.
 *
 * @param helo how the sending host named itself
 * @param name the name that the receiving one found for it; empty where it does not say
 * @param first whether no server of the host's own site had it before: no field stands below, or one of a site that has nothing to do with the host
 */
record Handover(String helo, String name, boolean first) {

    private static final int LONGEST = 1_000;
    private static final Pattern STEP = Pattern.compile("from (\\S{1,255})(?:\\s*\\(([^)]{0,255})\\))?.{0,500}?\\bby (\\S{1,255})", Pattern.DOTALL);
    private static final Pattern HELO = Pattern.compile("helo[ =]+([^\\s\\]]{1,255})");
    private static final Pattern PRIVATE = Pattern.compile("\\b(?:10|127|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.\\d+\\.\\d+");
    private static final Pattern DIALLED_IN = Pattern.compile("\\d{1,3}[-.x]\\d{1,3}[-.x]\\d{1,3}"
            + "|(?:^|[-.])(?:[ax]?dsl|dyn|dynamic|dial|dialup|dip|dhcp|pppo?e?|pool|cable|catv|modem|broadband|user|client|customer|cpe)\\d*[-.\\d]");

    private static final Handover NONE = new Handover("", "", false);

    /** Finds it among the values of the Received fields, topmost first. */
    static Handover of(List<String> received) {
        for (int i = 0; i < received.size(); i++) {
            Matcher step = step(received.get(i));
            if (!step.lookingAt()) {
                continue;
            }
            String helo = step.group(1);
            String comment = step.group(2) == null ? "" : step.group(2).strip();
            String name = firstName(comment);
            Matcher given = HELO.matcher(comment);
            if (given.find() && (comment.startsWith("helo") || comment.indexOf('=') >= 0)) {
                name = helo;
                helo = given.group(1);
            }
            boolean within = helo.startsWith("localhost") || name.startsWith("localhost") || PRIVATE.matcher(comment).find()
                    || Site.ofHost(name.isEmpty() ? helo : name).equals(Site.ofHost(step.group(3)));
            if (!within) {
                return new Handover(helo, name, i == received.size() - 1 || isUnrelated(received.get(i + 1), helo, name));
            }
        }
        return NONE;
    }

    private static Matcher step(String field) {
        return STEP.matcher(field.substring(0, Math.min(field.length(), LONGEST)).toLowerCase(Locale.ROOT));
    }

    private static boolean isUnrelated(String field, String helo, String name) {
        Matcher before = step(field);
        if (!before.lookingAt()) {
            return false;
        }
        String site = Site.ofHost(before.group(3));
        return !site.equals(Site.ofHost(helo)) && !site.equals(Site.ofHost(name));
    }

    private static String firstName(String comment) {
        int end = 0;
        while (end < comment.length() && " []()".indexOf(comment.charAt(end)) < 0) {
            end++;
        }
        return comment.substring(0, end);
    }

    /** Whether a computer at somebody's home delivered it itself, by the look of its name; those that provide the line name them after its number. */
    boolean isFromHome() {
        return DIALLED_IN.matcher(helo).find() || first && DIALLED_IN.matcher(name).find();
    }

    /** The host by its name. */
    String host() {
        return name.indexOf('.') > 0 ? name : helo;
    }
}
