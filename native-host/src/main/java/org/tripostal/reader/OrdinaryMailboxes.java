package org.tripostal.reader;

import java.util.ArrayList;
import java.util.List;
import org.tripostal.mail.Mailbox;

/**
 * Address lists as nearly every program writes them: {@code Ann Martin <ann@example.org>, "Club, the" <club@example.org>, bob@example.org}. A list with
 * anything else in it (comments, groups, encoded words, quoted local parts, faults) is left to Angus as a whole, which is slower.
 */
final class OrdinaryMailboxes {

    private final String text;
    private final List<Mailbox> mailboxes = new ArrayList<>(4);
    private int at;

    private OrdinaryMailboxes(String text) {
        this.text = text;
    }

    /** The mailboxes in order; none where the list is not of the ordinary form. */
    static List<Mailbox> parse(String field) {
        OrdinaryMailboxes list = new OrdinaryMailboxes(field);
        return list.parse() ? list.mailboxes : List.of();
    }

    private boolean parse() {
        do {
            skipSpaces();
            if (!mailbox()) {
                return false;
            }
            skipSpaces();
        } while (take(','));
        return at == text.length();
    }

    private boolean mailbox() {
        String name = "";
        boolean named = false;
        if (take('"')) {
            int end = plainEnd('"');
            if (end < 0) {
                return false;
            }
            name = text.substring(at, end);
            at = end + 1;
            named = true;
            skipSpaces();
        } else {
            int from = at;
            while (at < text.length() && isOfPhrase(text.charAt(at))) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '<') {
                name = text.substring(from, at);
                named = true;
            } else {
                at = from;
            }
        }
        boolean inAngles = take('<');
        String address = address();
        if (address.isEmpty() || named != inAngles || inAngles && !take('>')) {
            return false;
        }
        skipSpaces();
        if (!named && take('(')) {
            // ann@example.org (Ann), as old programs write it
            int end = plainEnd(')');
            if (end < 0) {
                return false;
            }
            name = text.substring(at, end);
            at = end + 1;
        }
        mailboxes.add(new Mailbox(bare(name), address));
        return true;
    }

    /** Where the quoted name, or the name in brackets, ends; -1 where something in it has a meaning of its own. */
    private int plainEnd(char quote) {
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i;
            }
            boolean plain = quote == '"' && (c == ',' || c == '(' || c == ')' || c == ':' || c == ';' || c == '@');
            if (!isOfPhrase(c) && !plain) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code local@domain}, both of plain characters; empty where it is something else. */
    private String address() {
        int from = at;
        int sign = labels(true);
        if (sign < 0 || !take('@')) {
            return "";
        }
        int end = labels(false);
        return end < 0 ? "" : text.substring(from, end);
    }

    /** Words with single dots between them; returns where they end, -1 where a word is empty. */
    private int labels(boolean local) {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '.' ? at == start || text.charAt(at - 1) == '.' : !isLetterOrDigit(c) && c != '-' && !(local && (c == '_' || c == '+'))) {
                break;
            }
            at++;
        }
        return at == start || text.charAt(at - 1) == '.' ? -1 : at;
    }

    /** Without the quotation marks and spaces around it that programs leave. */
    private static String bare(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isMark(name.charAt(from))) {
            from++;
        }
        while (to > from && isMark(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isMark(char c) {
        return c == ' ' || c == '\'';
    }

    private static boolean isOfPhrase(char c) {
        return isLetterOrDigit(c) || c == ' ' || c == '.' || c == '-' || c == '_' || c == '\'' || c == '&' || c == '/' || c == '+' || c == '!';
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private void skipSpaces() {
        while (take(' ')) {
            // until there is none
        }
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }
}
