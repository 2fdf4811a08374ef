package org.tripostal.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tripostal.engine.RuleSet;
import org.tripostal.mail.Attachment;
import org.tripostal.mail.Body;
import org.tripostal.mail.Header;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.OutgoingMessage;

/** Reads messages written in tests, with all that a rule could look at. */
final class Mail {

    static final Recipient NOBODY = new Recipient(Set.of(), Set.of(), Set.of());

    private static final RuleSet RULES = RuleSet.builtIn(RuleSet.builtInPacks());

    private Mail() {}

    static ReadMessage incoming(String text) {
        return incoming(text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadMessage incoming(byte[] bytes) {
        try {
            return new Rfc822Reader(RULES, Locale.ENGLISH).incoming(bytes, NOBODY);
        } catch (IOException e) {
            throw new AssertionError("malformed mail is read as well as can be", e);
        }
    }

    static ReadMessage outgoing(String text) {
        return outgoing(text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadMessage outgoing(byte[] bytes) {
        try {
            return new Rfc822Reader(RULES, Locale.ENGLISH).outgoing(bytes, Set.of(), Originals.NONE);
        } catch (IOException e) {
            throw new AssertionError("malformed mail is read as well as can be", e);
        }
    }

    static <T> List<T> all(ReadMessage message, Class<T> type) {
        return message.facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    static IncomingMessage message(ReadMessage message) {
        return all(message, IncomingMessage.class).get(0);
    }

    static OutgoingMessage leaving(ReadMessage message) {
        return all(message, OutgoingMessage.class).get(0);
    }

    static String text(ReadMessage message) {
        return all(message, Body.class).get(0).getText();
    }

    static List<Attachment> files(ReadMessage message) {
        return all(message, Attachment.class);
    }

    static List<Header> header(ReadMessage message) {
        return all(message, Header.class);
    }
}
