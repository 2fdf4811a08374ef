package org.tripostal.engine.compile;

/** A source in which conditions that are wrong are replaced by others that always hold, as long as they were, so that the rest can be looked at. */
final class Masked {

    private static final String HOLDS = "true";
    private static final String HOLDS_AS_PATTERN = "eval(true)";

    private final StringBuilder text;

    Masked(String text) {
        this.text = new StringBuilder(text);
    }

    /** Replaces a condition within the brackets of a pattern. */
    void condition(int line, int column, String condition) {
        int start = offset(line, column);
        if (condition.length() >= HOLDS.length() && text.indexOf(condition, start) == start) {
            replace(start, start + condition.length(), HOLDS);
        }
    }

    /** Replaces a pattern with all that is in its brackets, and returns what it was; empty where it is not found. */
    String pattern(int line, int column) {
        int start = offset(line, column);
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ')' && depth == 0) {
                String was = text.substring(start, at + 1);
                if (was.length() >= HOLDS_AS_PATTERN.length()) {
                    replace(start, at + 1, HOLDS_AS_PATTERN);
                }
                return was;
            }
        }
        return "";
    }

    String text() {
        return text.toString();
    }

    private void replace(int start, int end, String by) {
        StringBuilder padded = new StringBuilder(by);
        for (int at = start + by.length(); at < end; at++) {
            padded.append(text.charAt(at) == '\n' ? '\n' : ' ');
        }
        text.replace(start, end, padded.toString());
    }

    /** Lines count from 1, columns from 0, as the parser says them. */
    private int offset(int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = text.indexOf("\n", at) + 1;
        }
        return at + column;
    }
}
