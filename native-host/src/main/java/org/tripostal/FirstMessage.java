package org.tripostal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Set;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.guard.GuardedLoader;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.ThunderbirdReader;

/**
 * Loads what the first message will take on a thread of its own, while the start puts the rules together: what guards the user's rules, the index of the built-in ones, and, by reading a
 * message of its own, JSON and the reader of HTML. On a computer with two processors or more the first message that comes waits for neither.
 */
final class FirstMessage implements Runnable {

    private static final String MESSAGE = """
            {"headerMessageId":"1@example.org","author":"Ann <ann@example.org>","recipients":["me@example.org"],"ccList":[],"bccList":[],"subject":"Hello",
             "date":"2026-11-02T10:00:00Z","size":2048,"junk":false,"read":false,"flagged":false,"tags":[],"headers":{"from":["Ann <ann@example.org>"]},
             "parts":[{"contentType":"text/html","body":"<p>Hello, <a href=\\"https://www.example.org/\\">here</a> it is.</p>"}]}""";

    private FirstMessage() {}

    static void prepare() {
        Thread thread = new Thread(new FirstMessage(), "first message");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            GuardedLoader.prepare();
            RuleSet.builtInPacks();
            read();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that is part of the program cannot be read", e);
        }
    }

    static ReadMessage read() throws JsonProcessingException {
        return new ThunderbirdReader(Locale.ENGLISH).incoming("", "", new ObjectMapper().readTree(MESSAGE), new Recipient(Set.of(), Set.of(), Set.of()));
    }
}
