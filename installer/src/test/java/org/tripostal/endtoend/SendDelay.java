package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Letter;

/**
 * Measures what Tripostal adds to a press of Send in a real Thunderbird: from Thunderbird's question to its add-ons until it has the answer, which
 * is to go on, or to hold the message. Nothing is sent: the question alone is put, as the compose window puts it. Each message is sent in two ways: changed just before, so that it has to be judged
 * while Send waits; and as it was judged while it was written. Thunderbird is idle when Send is pressed, as it is when a person presses it, and collects its garbage after each twenty sends:
 * some hundred sends from one window one right after the other, as nobody sends, make its main process stand still for a third of a second now and then, whoever is asked. Not one of the tests that run each
 * time; {@code mvn verify -pl installer -am -Dit.test=SendDelay} runs it. The figures are for {@code docs/performance.md}.
 */
class SendDelay extends EndToEnd {

    private static final int SENDS = 400;
    /** So many at a time: a script may not run for longer than some seconds. */
    private static final int AT_A_TIME = 20;
    /** Milliseconds. */
    private static final double MOST = 50;

    /** What one send took, in milliseconds: in all, and of it from when Thunderbird asked Tripostal until it had its word, without what Thunderbird does before and after. */
    private record Took(double all, double asked) {}

    /** How a message is sent. */
    private enum Way {
        /** Its subject is another each time. */
        AT_ONCE("at once"),
        /** It is what was judged already. */
        UNCHANGED("as judged while it was written");

        private final String name;

        Way(String name) {
            this.name = name;
        }
    }

    @Test
    void theVerdictComesBeforeAnybodyNotices() throws Exception {
        addon.awaitReady();
        StringBuilder table = new StringBuilder("| message | sent | measured | first | median | p95 | p99 | longest |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        double worst = 0;
        for (Map.Entry<String, ComposeWindow> message : messages().entrySet()) {
            for (Way way : Way.values()) {
                if (way == Way.UNCHANGED && !message.getKey().contains("held")) {
                    Await.until("the sign", Duration.ofSeconds(30), message.getValue()::sign, "✓"::equals);
                }
                List<Took> took = measure(message.getValue(), way);
                worst = Math.max(worst, row(table, message.getKey(), way, "in all", took.stream().mapToDouble(Took::all)));
                row(table, message.getKey(), way, "Tripostal asked, to its word", took.stream().mapToDouble(Took::asked));
            }
            message.getValue().discard();
        }
        System.out.println(table);
        Files.writeString(Path.of(property("tripostal.work")).resolveSibling("send-delay.md"), table);
        assertThat(worst).as("p99 in milliseconds").isLessThan(MOST);
    }

    /** Adds a row; the 99th percentile. */
    private static double row(StringBuilder table, String message, Way way, String measured, DoubleStream took) {
        double[] times = took.toArray();
        double first = times[0];
        double[] later = Arrays.copyOfRange(times, 1, times.length);
        Arrays.sort(later);
        table.append(String.format(Locale.ROOT, "| %s | %s | %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n", message, way.name, measured, first, at(later, 0.5),
                at(later, 0.95), at(later, 0.99), later[later.length - 1]));
        return at(later, 0.99);
    }

    private Map<String, ComposeWindow> messages() throws Exception {
        Letter letter = Letter.from("Ann Miller <ann@quote.example>").with("Cc", "Bob <bob@quote.example>")
                .with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now().minusDays(2)));
        assertStays(deliver(letter));
        String paragraph = "<p>We meet on Monday at the <b>station</b> of the old town, and whoever comes by bicycle leaves it at the gate behind the house.</p>";
        Map<String, ComposeWindow> messages = new java.util.LinkedHashMap<>();
        messages.put("five plain lines that may go", ComposeWindow.open(thunderbird, Map.of("to", List.of("ann@friends.example"), "subject", "Monday", "isPlainText", true,
                "plainTextBody", "Hello Ann,\n\nshall we meet on Monday at the station?\n\nBest regards\nMe\n")));
        messages.put("HTML of 50 kB that may go", ComposeWindow.open(thunderbird, Map.of("to", List.of("ann@friends.example"), "subject", "Monday", "isPlainText", false,
                "body", "<html><body><p>Hello Ann,</p>" + paragraph.repeat(400) + "<p>Best regards</p></body></html>")));
        messages.put("an answer that is held, its original looked up", ComposeWindow.reply(thunderbird, reader.number(letter, "account1", "/INBOX"), "replyToSender", Map.of()));
        return messages;
    }

    private List<Took> measure(ComposeWindow window, Way way) throws IOException {
        List<Took> all = new ArrayList<>();
        while (all.size() < SENDS) {
            some(window, way, all.size()).forEach(time -> all.add(new Took(time.get(0).asDouble(), time.get(1).asDouble())));
        }
        return all;
    }

    private JsonNode some(ComposeWindow window, Way way, int from) throws IOException {
        return thunderbird.run("""
                const [id, tab, sends, change, from] = arguments;
                const { extension } = WebExtensionPolicy.getByID(id);
                const { tabTracker, beforeSendEventTracker } = extension.apiManager.global;
                const window = tabTracker.getTab(tab);
                const subject = window.document.getElementById("msgSubject");
                const [listener] = [...beforeSendEventTracker.listeners].filter(one => one.extension.id === id);
                const { handler } = listener;
                const times = [];
                let asked = 0;
                listener.handler = async (...what) => {
                  const begun = performance.now();
                  const word = await handler(...what);
                  asked = performance.now() - begun;
                  return word;
                };
                Components.utils.forceGC();
                Components.utils.forceCC();
                for (let send = 0; send < sends; send++) {
                  await new Promise(resolve => window.requestIdleCallback(resolve));
                  if (change) subject.value = `${subject.value.replace(/ \\d+$/, "")} ${from + send}`;
                  const begun = performance.now();
                  await new Promise(resolve => {
                    const event = new window.CustomEvent("beforesend", { cancelable: true, detail: { resolve, reject: resolve } });
                    window.dispatchEvent(event);
                    if (!event.defaultPrevented) throw new Error("nobody was asked");
                  });
                  times.push([performance.now() - begun, asked]);
                }
                listener.handler = handler;
                return times;
                """, "tripostal@tripostal.org", window.tab(), AT_A_TIME, way == Way.AT_ONCE, from);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
