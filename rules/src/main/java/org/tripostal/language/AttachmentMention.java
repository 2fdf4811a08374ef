package org.tripostal.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text says that something is attached to it, in English or French. "Your attachment", "the attached thread" and "not attached" say it not,
 * nor does what asks the reader to attach something.
 */
public final class AttachmentMention {

    private static final Pattern EXCEPTIONS = Words.anywhere("attachment-exceptions.txt");
    private static final Pattern MENTIONS = Words.anywhere("attachment-words.txt");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])\\s+(?=\\S)|\\n");
    private static final String CUT_OUT = " – ";

    private AttachmentMention() {}

    /** The words that say it, in lower case and without accents; empty where nothing does. */
    public static String in(String ownText) {
        for (String sentence : SENTENCE_END.split(unwrapped(Words.folded(ownText)))) {
            Matcher mention = MENTIONS.matcher(EXCEPTIONS.matcher(sentence.strip()).replaceAll(CUT_OUT));
            if (mention.find()) {
                return mention.group().strip().replaceFirst("^[^\\p{L}]+", "");
            }
        }
        return "";
    }

    /** Each paragraph on one line: where programs broke it, a mention goes on. */
    private static String unwrapped(String text) {
        StringBuilder paragraphs = new StringBuilder();
        text.lines().map(String::strip).forEach(line -> paragraphs.append(line.isEmpty() ? "\n" : line + " "));
        return paragraphs.toString();
    }
}
