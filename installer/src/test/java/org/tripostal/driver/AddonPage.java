package org.tripostal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * An open page of the add-on: its background page, a popup, a window.
 *
 * @param tab of the compose window that it belongs to, or null for any
 */
public record AddonPage(Thunderbird thunderbird, String path, Integer tab) {

    static final String BACKGROUND = "(background)";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Whether the page is open. */
    public boolean isOpen() throws IOException {
        return ask(null).asBoolean();
    }

    public AddonPage awaitOpen() {
        Await.until("the page " + path + " to open", PATIENCE, this::isOpen);
        return this;
    }

    public void awaitClosed() {
        Await.until("the page " + path + " to close", PATIENCE, () -> !isOpen());
    }

    /** Runs the body of an async function in the page; returns what it returned, as JSON. */
    public JsonNode run(String body, Object... arguments) throws IOException {
        return ask(body, arguments);
    }

    private JsonNode ask(String body, Object... arguments) throws IOException {
        JsonNode answer = new ObjectMapper().readTree(
                thunderbird.run(script("in-addon-page.js"), Profile.ADDON, path, tab, body, List.of(arguments)).asText());
        if (answer.has("error")) {
            throw new IOException("in " + path + ": " + answer.get("error").asText());
        }
        return answer.get("value");
    }

    /** Waits until the element is shown, and returns its text. */
    public String text(String selector) {
        return Await.until("the text of " + selector + " in " + path, PATIENCE, () -> run("""
                const element = document.querySelector(arguments[0]);
                return element && element.checkVisibility() ? element.innerText.trim() : null;
                """, selector), found -> !found.isNull()).asText();
    }

    /** The texts of all elements that match, which may be none. */
    public List<String> texts(String selector) throws IOException {
        JsonNode found = run("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())", selector);
        return java.util.stream.StreamSupport.stream(found.spliterator(), false).map(JsonNode::asText).toList();
    }

    /** Clicks an element as soon as it is shown and enabled; does not wait for what comes of it, as the page may close. */
    public void click(String selector) {
        Await.until(selector + " in " + path + " to be clickable", PATIENCE, () -> run("""
                const element = document.querySelector(arguments[0]);
                if (!element || element.disabled || !element.checkVisibility()) return false;
                setTimeout(() => element.click(), 0);
                return true;
                """, selector).asBoolean());
    }

    /** Types a text into a field, in place of what stands there, and leaves the field. */
    public void type(String selector, String text) {
        Await.until(selector + " in " + path + " to take a text", PATIENCE, () -> run("""
                const field = document.querySelector(arguments[0]);
                if (!field || field.disabled || !field.checkVisibility()) return false;
                field.focus();
                field.value = arguments[1];
                field.dispatchEvent(new InputEvent("input", { bubbles: true }));
                field.dispatchEvent(new Event("change", { bubbles: true }));
                return true;
                """, selector, text).asBoolean());
    }

    static String script(String name) throws IOException {
        try (InputStream script = AddonPage.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
