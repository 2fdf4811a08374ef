package org.tripostal.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a condition, in order, with where they stand; comments left out. */
final class Expression {

    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*(?s:.*?)\\*/|(?<text>\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+')|(?<number>\\d[\\w.]*)|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
                    + "|(?<sign>:=|==|!=|<=|>=|&&|\\|\\||[^\\s])");

    /** What kind of word. */
    enum Kind { TEXT, NUMBER, WORD, SIGN }

    /** A word of the condition, and how far from the beginning it stands. */
    record Token(Kind kind, String text, int offset) {
        boolean is(String other) {
            return text.equals(other);
        }

        /** A literal in quotation marks, without them and with escapes resolved. */
        String literal() {
            return text.substring(1, text.length() - 1).translateEscapes();
        }
    }

    private Expression() {}

    static List<Token> tokens(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            for (Kind kind : Kind.values()) {
                String text = matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT));
                if (text != null) {
                    tokens.add(new Token(kind, text, matcher.start()));
                }
            }
        }
        return tokens;
    }
}
