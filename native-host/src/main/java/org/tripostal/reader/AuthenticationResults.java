package org.tripostal.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.mail.Authentication;
import org.tripostal.mail.Site;

/** The Authentication-Results field (RFC 8601): {@code mx.example.org; spf=pass smtp.mailfrom=a.example; dmarc=fail header.from=b.example}. */
final class AuthenticationResults {

    private static final Pattern RESULT = Pattern.compile("(?:^|;)\\s*([a-zA-Z0-9-]+)(?:\\s*/\\s*\\d+)?\\s*=\\s*([a-zA-Z]+)");

    private AuthenticationResults() {}

    /**
     * What the topmost field says, where it is from a server that is trusted; nothing otherwise.
     *
     * @param topmost the topmost field; empty where there is none
     * @param servers the servers that the settings name; where they name none, a server of the same site as an address of the user's
     * @param own the user's addresses
     */
    static List<Authentication> read(String topmost, Set<String> servers, Set<String> own) {
        String field = bare(topmost);
        int end = field.indexOf(';');
        if (end < 0) {
            return List.of();
        }
        String server = field.substring(0, end).strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
        if (!isTrusted(server, servers, own)) {
            return List.of();
        }
        List<Authentication> results = new ArrayList<>();
        Matcher matcher = RESULT.matcher(field.substring(end));
        while (matcher.find()) {
            results.add(new Authentication(server, matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2).toLowerCase(Locale.ROOT)));
        }
        return results;
    }

    /** The field without comments, which may be nested, and without what stands in quotation marks: the sender may have chosen these words. */
    private static String bare(String field) {
        StringBuilder bare = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\') {
                i++; // the next character means nothing but itself
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
            } else if (!quoted && depth == 0) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    private static boolean isTrusted(String server, Set<String> servers, Set<String> own) {
        if (!servers.isEmpty()) {
            return servers.contains(server);
        }
        String site = Site.ofHost(server);
        return own.stream().anyMatch(address -> Site.ofHost(address.substring(address.lastIndexOf('@') + 1)).equals(site));
    }
}
