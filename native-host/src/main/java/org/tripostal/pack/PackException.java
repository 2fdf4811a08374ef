package org.tripostal.pack;

import java.util.Map;
import org.tripostal.Messages;

/** Something that cannot be taken for a pack, before it is put into words. */
public final class PackException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Map<String, String> values;

    PackException(String key, Map<String, String> values) {
        super(key + values);
        this.key = key;
        this.values = values;
    }

    /** What is wrong and what to do about it, for a person. */
    public String in(Messages messages) {
        return messages.say("pack." + key, values) + " " + messages.say("pack." + key + ".remedy", values);
    }
}
