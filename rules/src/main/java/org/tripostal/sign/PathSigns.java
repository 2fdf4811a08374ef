package org.tripostal.sign;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Site;

/**
 * Signs in the fields that servers and programs write on a message's way: whether they speak of the sender's site, what the last server found out about it
 * (RFC 8601), and how the text is packed. Not asked of what came through a list or names a way to unsubscribe: such mail is sent by others on behalf of the sender.
 */
final class PathSigns {

    private static final Pattern SIGNED_BY = Pattern.compile("(?:^|;)\\s*d\\s*=\\s*([a-zA-Z0-9.-]+)");
    private static final Pattern RESULT = Pattern.compile("\\b(spf|dmarc|compauth)\\s*=\\s*(fail|softfail)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern BY = Pattern.compile("\\bby\\s+([a-zA-Z0-9.-]+)");
    private static final int LONGEST_FIELD = 2_000;

    private PathSigns() {}

    static void find(IncomingMessage message, List<Header> headers, Signs signs) {
        String own = Site.ofHost(message.fromDomain());
        if (own.isEmpty()) {
            return;
        }
        String received = "";
        String results = "";
        String signedElsewhere = "";
        boolean signedBySender = false;
        boolean html = false;
        boolean encoded = false;
        for (Header header : headers) {
            switch (header.name()) {
                case "received" -> received = received.isEmpty() ? header.value() : received;
                case "authentication-results" -> results = results.isEmpty() ? header.value() : results;
                case "return-path" -> bounces(header.value(), own, message, signs);
                case "dkim-signature" -> {
                    Matcher by = SIGNED_BY.matcher(header.value());
                    String site = by.find() ? Site.ofHost(by.group(1).toLowerCase(Locale.ROOT)) : "";
                    signedBySender |= site.equals(own);
                    signedElsewhere = signedElsewhere.isEmpty() ? site : signedElsewhere;
                }
                case "content-type" -> {
                    String type = header.value().strip().toLowerCase(Locale.ROOT);
                    html = type.startsWith("text/html") || type.startsWith("multipart/related") && type.contains("text/html");
                }
                case "content-transfer-encoding" -> encoded = header.value().strip().equalsIgnoreCase("base64");
                default -> {
                    // says nothing of the sender's site
                }
            }
        }
        if (html) {
            signs.add("html-without-text");
            if (encoded) {
                signs.add("encoded-html");
            }
        }
        if (!signedBySender && !signedElsewhere.isEmpty()) {
            signs.add("signed-elsewhere", signedElsewhere, message.from());
        }
        String id = message.messageId();
        String idSite = Site.ofHost(id.substring(id.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
        if (id.lastIndexOf('@') > 0 && !idSite.equals(own)) {
            signs.add("message-id-elsewhere", idSite, message.from());
        }
        doubts(received, results, signs);
    }

    private static void bounces(String value, String own, IncomingMessage message, Signs signs) {
        int at = value.lastIndexOf('@');
        int end = value.indexOf('>', at + 1);
        if (at > 0) {
            String site = Site.ofHost(value.substring(at + 1, end < 0 ? value.length() : end).strip().toLowerCase(Locale.ROOT));
            if (!site.isEmpty() && !site.equals(own)) {
                signs.add("bounces-elsewhere", site, message.from());
            }
        }
    }

    /**
     * What the last server that the message came through found out: the topmost Authentication-Results field where it bears the name of that server's site, or
     * none, as Microsoft's does. Only what speaks against the sender is looked at, so that nothing is gained by writing such a field oneself.
     */
    private static void doubts(String received, String results, Signs signs) {
        Matcher by = BY.matcher(received.substring(0, Math.min(received.length(), LONGEST_FIELD)));
        if (results.isEmpty() || !by.find()) {
            return;
        }
        String field = results.substring(0, Math.min(results.length(), LONGEST_FIELD));
        String server = Site.ofHost(by.group(1).toLowerCase(Locale.ROOT));
        String name = field.substring(0, Math.max(0, field.indexOf(';'))).strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
        if (name.indexOf('=') >= 0 ? !server.equals("outlook.com") : !Site.ofHost(name).equals(server)) {
            return;
        }
        Matcher result = RESULT.matcher(COMMENT.matcher(field).replaceAll(""));
        while (result.find()) {
            signs.add(result.group(1).equalsIgnoreCase("spf") ? "server-doubts-path" : "server-doubts-sender", result.group().toLowerCase(Locale.ROOT), server);
        }
    }
}
