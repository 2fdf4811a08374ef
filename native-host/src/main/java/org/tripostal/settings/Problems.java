package org.tripostal.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tripostal.Messages;

/** Gathers the problems of one file, with sentences from the resource files: {@code key} says what is wrong, {@code key.remedy} what to do. */
final class Problems {

    private final String file;
    private final Messages messages;
    private final List<Problem> found = new ArrayList<>();

    Problems(Path file, Locale locale) {
        this.file = file.toString();
        this.messages = Messages.in(locale);
    }

    void add(int line, String key, Map<String, ?> values) {
        found.add(new Problem(file, line, messages.say(key, values), messages.say(key + ".remedy", values)));
    }

    /** All of them, from the first line of the file to the last. */
    List<Problem> found() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
