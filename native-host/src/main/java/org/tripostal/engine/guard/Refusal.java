package org.tripostal.engine.guard;

import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;

/**
 * Why a rule file is not taken.
 *
 * @param file the file
 * @param line the line in it, from 1
 * @param column the column of the word, from 1
 * @param word the word that asks for what a rule may not do, as the file writes it
 * @param why what it would do
 */
public record Refusal(String file, int line, int column, String word, Why why) {

    /** What is refused and why, for a person. */
    public String reason(Locale locale) {
        return Messages.in(locale).say("rules.refused." + why.key(), Map.of("word", word));
    }

    /** What to do about it, for a person. */
    public String remedy(Locale locale) {
        return Messages.in(locale).say("rules.refused." + why.key() + ".remedy");
    }

    /** File, place, reason and remedy on one line, as compilers write it. */
    public String shown(Locale locale) {
        return file + ":" + line + ":" + column + ": " + reason(locale) + ". " + remedy(locale);
    }
}
