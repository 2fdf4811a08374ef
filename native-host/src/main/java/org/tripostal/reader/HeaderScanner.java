package org.tripostal.reader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Finds the header fields in the bytes of a message (RFC 5322, section 2.2), in one pass and without making text of what nobody asks for. Takes what
 * Angus' {@code InternetHeaders} takes, in the same way: lines end with LF, CRLF, CR or CR CR LF; a line without a colon is a field whose name and value
 * are the line; each byte is a character. A line {@code From …} of a mailbox file before the fields is skipped.
 */
final class HeaderScanner {

    private static final int USUAL_FIELDS = 32;

    private final byte[] bytes;
    private final int length;
    /** For each field where it starts, where its first line ends, where its first colon is (or its first line ends), where it ends. */
    private int[] places = new int[4 * USUAL_FIELDS];
    private int count;
    private int end = -1;

    /**
     * @param bytes a message, or its beginning
     * @param length how many of the bytes count
     */
    HeaderScanner(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        scan();
    }

    /** The same fields in bytes of their own, without the text behind them. */
    HeaderScanner ofHeaderOnly() {
        return end < 0 || end == length ? this : new HeaderScanner(this, Arrays.copyOf(bytes, end));
    }

    private HeaderScanner(HeaderScanner scanned, byte[] header) {
        bytes = header;
        length = header.length;
        places = scanned.places;
        count = scanned.count;
        end = scanned.end;
    }

    /** How many fields there are. */
    int count() {
        return count;
    }

    /**
     * Where the text begins: behind the empty line.
     *
     * @return -1 where these bytes do not hold the end of the header for certain
     */
    int end() {
        return end;
    }

    /** Whether the field has this name, given in lower case. */
    boolean isNamed(int field, String name) {
        int at = places[4 * field];
        int size = name.length();
        if (places[4 * field + 2] - at == size && bytes[at] != ' ' && bytes[at] != '\t') {
            for (int i = 0; i < size; i++) {
                int c = bytes[at + i];
                if (name.charAt(i) != (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)) {
                    return false;
                }
            }
            return true;
        }
        // With spaces around it, or longer: rare where the first letter fits.
        return at < length && Character.toLowerCase((char) bytes[at]) == name.charAt(0) && name(field).equals(name);
    }

    /** The name in lower case. */
    String name(int field) {
        String line = isOdd(field) ? odd(field) : latin1(places[4 * field], places[4 * field + 2]);
        int colon = isOdd(field) ? line.indexOf(':') : line.length();
        return (colon < 0 ? line : line.substring(0, colon)).trim().strip().toLowerCase(Locale.ROOT);
    }

    /** How many bytes the field has, name and line ends included. */
    int size(int field) {
        return places[4 * field + 3] - places[4 * field];
    }

    /** What follows the colon and the space behind it; lines of a folded field end with CRLF. */
    String value(int field) {
        String line = isOdd(field) ? odd(field) : text(places[4 * field + 2] + 1, places[4 * field + 1], places[4 * field + 3]);
        int at = isOdd(field) ? line.indexOf(':') + 1 : 0;
        boolean whole = isOdd(field) && at == 0;
        while (!whole && at < line.length() && " \t\r\n".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return line.substring(at);
    }

    /** No colon in the first line, or a header that begins with a folded line: rare, and so is what follows from it. */
    private boolean isOdd(int field) {
        return places[4 * field + 2] == places[4 * field + 1] || isFold(bytes[places[4 * field]]);
    }

    private String odd(int field) {
        int from = places[4 * field];
        int firstEnd = places[4 * field + 1];
        String whole = text(from, firstEnd, places[4 * field + 3]);
        return isFold(bytes[from]) ? whole.substring(0, firstEnd - from).trim() + whole.substring(firstEnd - from) : whole;
    }

    private String text(int from, int firstEnd, int to) {
        int line = afterLineEnd(bytes, firstEnd, length);
        if (line >= to) {
            return latin1(from, firstEnd);
        }
        StringBuilder text = new StringBuilder(to - from).append(latin1(from, firstEnd));
        while (line < to) {
            int lineEnd = line;
            while (lineEnd < to && bytes[lineEnd] != '\n' && bytes[lineEnd] != '\r') {
                lineEnd++;
            }
            text.append("\r\n").append(latin1(line, lineEnd));
            line = afterLineEnd(bytes, lineEnd, length);
        }
        return text.toString();
    }

    private String latin1(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private void scan() {
        byte[] all = bytes;
        int limit = length;
        int at = afterMailboxLine(all, limit);
        boolean first = true;
        while (at < limit) {
            int start = at;
            int colon = -1;
            byte c = all[at];
            while (c != '\n' && c != '\r') {
                if (c == ':' && colon < 0) {
                    colon = at;
                }
                if (++at == limit) {
                    break;
                }
                c = all[at];
            }
            int lineEnd = at;
            at = afterLineEnd(all, at, limit);
            if (lineEnd == start) {
                // What a CR at the very end means, only the bytes behind it can tell.
                end = at < limit ? at : -1;
                return;
            }
            boolean fold = isFold(all[start]);
            if (fold && !first) {
                if (count > 0) {
                    places[4 * count - 1] = at;
                }
            } else if (!fold || !isBlank(start, lineEnd)) {
                add(start, lineEnd, colon < 0 ? lineEnd : colon, at);
            }
            first = false;
        }
    }

    private void add(int start, int lineEnd, int colon, int next) {
        if (4 * count == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[4 * count] = start;
        places[4 * count + 1] = lineEnd;
        places[4 * count + 2] = colon;
        places[4 * count + 3] = next;
        count++;
    }

    private static int afterMailboxLine(byte[] bytes, int length) {
        boolean mailbox = length > 5 && bytes[0] == 'F' && bytes[1] == 'r' && bytes[2] == 'o' && bytes[3] == 'm' && bytes[4] == ' ';
        int at = 0;
        while (mailbox && at < length && bytes[at++] != '\n') {
            // up to the end of the line
        }
        return at;
    }

    private static boolean isFold(byte c) {
        return c == ' ' || c == '\t';
    }

    private boolean isBlank(int from, int to) {
        int at = from;
        while (at < to && (bytes[at] & 0xFF) <= ' ') {
            at++;
        }
        return at == to;
    }

    /** @param at where LF, CR, or the end of all is */
    private static int afterLineEnd(byte[] bytes, int at, int limit) {
        if (at >= limit || bytes[at] == '\n') {
            return Math.min(at + 1, limit);
        }
        if (at + 1 < limit && bytes[at + 1] == '\n') {
            return at + 2;
        }
        return at + 2 < limit && bytes[at + 1] == '\r' && bytes[at + 2] == '\n' ? at + 3 : at + 1;
    }
}
