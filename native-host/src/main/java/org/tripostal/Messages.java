package org.tripostal;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.tripostal.engine.Template;

/** The sentences of the program, in the language of the person: {@code org/tripostal/messages*.properties}. */
public final class Messages {

    private static final ResourceBundle.Control ENGLISH_OTHERWISE = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle("org.tripostal.messages", locale, ENGLISH_OTHERWISE);
    }

    /** The sentences in this language; in English where there is no translation. */
    public static Messages in(Locale locale) {
        return new Messages(locale);
    }

    /** A sentence without values. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** A sentence with values for its {@code {names}}. */
    public String say(String key, Map<String, ?> values) {
        return Template.fill(bundle.getString(key), values::get, locale);
    }

    /** What a fact or action stands for that a rule looks at, for people who write no rules; the name itself where there are no words for it. */
    public String fact(String type) {
        return bundle.containsKey("fact." + type) ? say("fact." + type) : type;
    }
}
