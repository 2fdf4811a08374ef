package org.tripostal.spam;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tripostal.mail.Site;

/**
 * What a Received field (RFC 5321, section 4.4) says of one step of a message's way.
 *
 * @param helo how the sending server named itself; empty where the field does not begin with it
 * @param name the name that the receiving server found for it; empty where it does not say
 * @param server the receiving server, where it bears the name of a host; empty otherwise
 */
record ReceivedBy(String helo, String name, String server) {

    private static final Pattern DIALLED_IN = Pattern.compile("[0-9]+[-.x][0-9]+[-.x][0-9]+");
    private static final int LONGEST_COMMENT = 80;

    static ReceivedBy of(String field) {
        String value = field.toLowerCase(Locale.ROOT);
        int by = value.startsWith("by ") ? 0 : value.indexOf(" by ") + 1;
        boolean says = by > 0 || value.startsWith("by ");
        String server = says ? word(value, by + 3) : "";
        boolean host = server.indexOf('.') > 0 && !server.startsWith("localhost") && !Character.isDigit(server.charAt(server.length() - 1));
        String helo = value.startsWith("from ") ? word(value, 5) : "";
        int open = value.indexOf('(');
        String comment = helo.isEmpty() || open < 0 || says && open > by ? "" : value.substring(open + 1, Math.min(value.length(), open + LONGEST_COMMENT));
        return new ReceivedBy(helo, firstName(comment), host ? server : "");
    }

    private static String word(String value, int from) {
        int end = value.indexOf(' ', from);
        return value.substring(Math.min(from, value.length()), end < 0 ? value.length() : end);
    }

    private static String firstName(String comment) {
        int end = 0;
        while (end < comment.length() && " []()".indexOf(comment.charAt(end)) < 0) {
            end++;
        }
        return comment.substring(0, end);
    }

    /** The host that sent: by the name that was found for it, otherwise by its own. */
    String from() {
        return name.indexOf('.') > 0 ? name : helo;
    }

    /** How the sender named itself, and how that agrees with the name that was found for it. */
    String traits() {
        return kind() + " " + agreement();
    }

    private String kind() {
        boolean number = true;
        for (int i = 0; i < helo.length() && number; i++) {
            number = "[].0123456789".indexOf(helo.charAt(i)) >= 0;
        }
        return number ? "ip" : helo.indexOf('.') < 0 ? "bare" : DIALLED_IN.matcher(helo).find() ? "dyn" : "fqdn";
    }

    private String agreement() {
        if (name.isEmpty()) {
            return "none";
        }
        if (name.equals("unknown") || name.equals(helo)) {
            return name.equals(helo) ? "same" : "unknown";
        }
        if (name.indexOf('.') < 0) {
            return "odd";
        }
        return DIALLED_IN.matcher(name).find() ? "dyn" : Site.ofHost(name).equals(Site.ofHost(helo)) ? "samesite" : "other";
    }
}
