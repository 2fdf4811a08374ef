package org.tripostal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text says that something is attached to it, in English or French. "Your attachment", "the attached thread" and "not attached" say it not,
 * nor does what asks the reader to attach something.
 */
public final class AttachmentMention {

    private static final Pattern EXCEPTIONS = Words.anywhere("attachment-exceptions.txt");
    private static final Pattern MENTIONS = Words.anywhere("attachment-words.txt");
    private static final String SENTENCE_END = ".!?…";
    /** A dot that ends no sentence. */
    private static final Pattern COMPARE = Pattern.compile("\\bcf\\.$");
    /** A longer sentence is a list, or no language: it is looked at piece by piece, so that the time grows with the length and no faster. */
    private static final int LONGEST_SENTENCE = 600;
    /** A longer text is a document or a log; a letter says earlier what comes with it. */
    private static final int LONGEST_TEXT = 30_000;
    private static final String CUT_OUT = " – ";
    /** Each of the {@code attachment-words} holds one of these. To look for them is a hundred times quicker, and most sentences have none. */
    static final List<String> STEMS = List.of("attach", "enc", "herewith", "joi", "inclu", "annex", "pj", "pfa", "p.j", "p-j", "sous ce pli", "ai mis");

    private AttachmentMention() {}

    /** The words that say it, in lower case and without accents; empty where nothing does. */
    public static String in(String ownText) {
        String text = unwrapped(Words.folded(ownText.substring(0, Math.min(ownText.length(), LONGEST_TEXT))));
        List<String> stems = STEMS.stream().filter(text::contains).toList();
        if (stems.isEmpty()) {
            return "";
        }
        for (String sentence : sentences(text)) {
            for (int from = 0; from < sentence.length(); from += LONGEST_SENTENCE) {
                String mention = inSentence(sentence.substring(from, Math.min(sentence.length(), from + LONGEST_SENTENCE)), stems);
                if (!mention.isEmpty()) {
                    return mention;
                }
            }
        }
        return "";
    }

    /** @param stems those that the text holds */
    private static String inSentence(String sentence, List<String> stems) {
        if (stems.stream().noneMatch(sentence::contains)) {
            return "";
        }
        Matcher mention = MENTIONS.matcher(EXCEPTIONS.matcher(sentence.strip()).replaceAll(CUT_OUT));
        return mention.find() ? mention.group().strip().replaceFirst("^[^\\p{L}]+", "") : "";
    }

    /** A sentence ends with its line, and before white space behind a sign that ends one. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || isSpace(c) && i > start && endsSentence(text, start, i)) {
                sentences.add(text.substring(start, i));
                start = i + 1;
            }
        }
        sentences.add(text.substring(start));
        return sentences;
    }

    /** @param end of what may be one, exclusive */
    private static boolean endsSentence(String text, int start, int end) {
        char last = text.charAt(end - 1);
        return SENTENCE_END.indexOf(last) >= 0 && !(last == '.' && COMPARE.matcher(text.substring(Math.max(start, end - 4), end)).find());
    }

    /** As a regular expression's {@code \\s}. */
    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Each paragraph on one line: where programs broke it, a mention goes on. */
    private static String unwrapped(String text) {
        StringBuilder paragraphs = new StringBuilder();
        text.lines().map(String::strip).forEach(line -> paragraphs.append(line.isEmpty() ? "\n" : line + " "));
        return paragraphs.toString();
    }
}
