package org.tripostal.reader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tripostal.Messages;

/** What was odd about a message, each once, in the user's language. */
final class Warnings {

    private final Locale locale;
    private final Set<String> said = new LinkedHashSet<>();

    Warnings(Locale locale) {
        this.locale = locale;
    }

    void add(String key, Map<String, ?> values) {
        said.add(Messages.in(locale).say(key, values));
    }

    List<String> all() {
        return List.copyOf(said);
    }
}
