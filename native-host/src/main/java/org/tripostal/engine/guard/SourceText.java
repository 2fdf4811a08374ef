package org.tripostal.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.drools.drl.parser.lang.DRL6Lexer;

/** The words of a rule file and where they stand, told apart from comments and strings by the very lexer that the compiler of rules uses. */
final class SourceText {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");
    private static final Pattern ACCESSOR = Pattern.compile("(?:get|set|is)[A-Z].*");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final List<Word> names = new ArrayList<>();

    /**
     * A word of the file.
     *
     * @param offset where it begins
     * @param text the word; a qualified name with dots and nothing else between its parts
     */
    record Word(int offset, String text) {}

    /**
     * A place in the file.
     *
     * @param line from 1
     * @param column from 1
     */
    record Place(int line, int column) {}

    SourceText(String text) {
        this.text = text;
        DRL6Lexer lexer = new DRL6Lexer(new ANTLRStringStream(text));
        StringBuilder name = new StringBuilder();
        int start = 0;
        int before = Token.EOF;
        for (CommonToken token = next(lexer); token.getType() != Token.EOF; token = next(lexer)) {
            if (token.getType() == DRL6Lexer.ID) {
                words.add(new Word(token.getStartIndex(), token.getText()));
                if (before != DRL6Lexer.DOT) {
                    endName(start, name);
                    start = token.getStartIndex();
                }
                name.append(name.isEmpty() ? "" : ".").append(token.getText());
            } else if (token.getType() != DRL6Lexer.DOT) {
                endName(start, name);
            }
            before = token.getType();
        }
        endName(start, name);
    }

    /** The next token that the compiler does not skip. */
    private static CommonToken next(DRL6Lexer lexer) {
        Token token = lexer.nextToken();
        while (token.getType() != Token.EOF && token.getChannel() != Token.DEFAULT_CHANNEL) {
            token = lexer.nextToken();
        }
        return (CommonToken) token;
    }

    private void endName(int start, StringBuilder name) {
        if (name.indexOf(".") > 0) {
            names.add(new Word(start, name.toString()));
        }
        name.setLength(0);
    }

    /** The text with {@code \\u0041} and the like as the letters they stand for. */
    static String decoded(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** All names of two parts or more, {@code a.b.C}. */
    List<Word> qualifiedNames() {
        return names;
    }

    /** Every place where a class is named. */
    List<Word> ofClass(String dotted) {
        return ofWord(dotted.substring(Math.max(dotted.lastIndexOf('.'), dotted.lastIndexOf('$')) + 1));
    }

    /** Every place where a member is named: called, referred to, or, {@code x} for {@code getX}, as a property in a condition. */
    List<Word> ofMember(String name) {
        List<Word> called = ofWord(name);
        return called.isEmpty() && ACCESSOR.matcher(name).matches() ? ofWord(decapitalised(name.replaceFirst("^(?:get|set|is)", ""))) : called;
    }

    /** Every place where a word stands. */
    List<Word> ofWord(String word) {
        return words.stream().filter(token -> token.text().equals(word)).toList();
    }

    /** Where a text first stands, be it in a string or not; the first character where it does not. */
    Place placeOf(String part) {
        return place(Math.max(0, text.indexOf(part)));
    }

    /** The place of a character. */
    Place place(int offset) {
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new Place(line, text.codePointCount(start, offset) + 1);
    }

    private static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
