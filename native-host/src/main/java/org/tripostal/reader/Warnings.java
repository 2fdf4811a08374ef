package org.tripostal.reader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tripostal.Messages;
import org.tripostal.mail.Sign;

/** What was odd about a message, each once, in the user's language. */
final class Warnings {

    private static final Map<String, String> BOUNDS = Map.of("mime.tooManyParts", "many-parts", "mime.tooDeep", "deep-parts");

    private final Locale locale;
    private final Set<String> said = new LinkedHashSet<>();
    private final Set<Sign> bounds = new LinkedHashSet<>();

    Warnings(Locale locale) {
        this.locale = locale;
    }

    void add(String key, Map<String, ?> values) {
        said.add(Messages.in(locale).say(key, values));
        if (BOUNDS.containsKey(key)) {
            bounds.add(new Sign(BOUNDS.get(key), String.valueOf(values.get("limit")), ""));
        }
    }

    /** The bounds that bit, as signs: rules name them among the reasons. */
    Set<Sign> bounds() {
        return bounds;
    }

    List<String> all() {
        return List.copyOf(said);
    }
}
