package org.tripostal.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text says that something is attached to it, in English or French. "Your attachment" and "not attached" say it not. */
public final class AttachmentMention {

    private static final Pattern EXCEPTIONS = Words.anywhere("attachment-exceptions.txt");
    private static final Pattern MENTIONS = Words.anywhere("attachment-words.txt");

    private AttachmentMention() {}

    /** The words that say it, in lower case and without accents; empty where nothing does. */
    public static String in(String ownText) {
        String text = EXCEPTIONS.matcher(unwrapped(Words.folded(ownText))).replaceAll(" ");
        Matcher mention = MENTIONS.matcher(text);
        return mention.find() ? mention.group().strip() : "";
    }

    /** Each paragraph on one line: where programs broke it, a mention goes on. */
    private static String unwrapped(String text) {
        StringBuilder paragraphs = new StringBuilder();
        text.lines().map(String::strip).forEach(line -> paragraphs.append(line.isEmpty() ? "\n" : line + " "));
        return paragraphs.toString();
    }
}
