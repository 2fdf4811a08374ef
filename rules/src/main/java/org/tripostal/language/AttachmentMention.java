package org.tripostal.language;

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
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])(?<!\\bcf\\.)\\s+(?=\\S)|\\n");
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
        for (String sentence : SENTENCE_END.split(unwrapped(Words.folded(ownText.substring(0, Math.min(ownText.length(), LONGEST_TEXT)))))) {
            for (int from = 0; from < sentence.length(); from += LONGEST_SENTENCE) {
                String mention = inSentence(sentence.substring(from, Math.min(sentence.length(), from + LONGEST_SENTENCE)));
                if (!mention.isEmpty()) {
                    return mention;
                }
            }
        }
        return "";
    }

    private static String inSentence(String sentence) {
        if (STEMS.stream().noneMatch(sentence::contains)) {
            return "";
        }
        Matcher mention = MENTIONS.matcher(EXCEPTIONS.matcher(sentence.strip()).replaceAll(CUT_OUT));
        return mention.find() ? mention.group().strip().replaceFirst("^[^\\p{L}]+", "") : "";
    }

    /** Each paragraph on one line: where programs broke it, a mention goes on. */
    private static String unwrapped(String text) {
        StringBuilder paragraphs = new StringBuilder();
        text.lines().map(String::strip).forEach(line -> paragraphs.append(line.isEmpty() ? "\n" : line + " "));
        return paragraphs.toString();
    }
}
