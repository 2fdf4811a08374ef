package org.tripostal.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** An entry as JSON: the same on the wire and from {@code tripostal journal list --json}. */
public final class EntryJson {

    private EntryJson() {}

    /** The entry. */
    public static ObjectNode of(Entry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", entry.id());
        node.put("run", entry.run());
        node.put("at", entry.at().toString());
        node.put("account", entry.account());
        node.put("headerMessageId", entry.messageId());
        node.put("author", entry.author());
        node.put("subject", entry.subject());
        node.put("from", entry.from());
        node.put("to", entry.to());
        node.set("before", entry.before());
        node.set("decision", entry.decision());
        node.put("outcome", entry.outcome());
        node.put("undo", entry.undo().name().toLowerCase(Locale.ROOT));
        return node;
    }
}
