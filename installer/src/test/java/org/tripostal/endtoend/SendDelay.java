package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Letter;

/**
 * Measures what Tripostal adds to a press of Send in a real Thunderbird: from Thunderbird's question to its add-ons until it has the answer, which
 * is to go on, or to hold the message. Nothing is sent: the question alone is put, as the compose window puts it. Not one of the tests that run each
 * time; {@code mvn verify -pl installer -am -Dit.test=SendDelay} runs it. The figures are for {@code docs/performance.md}.
 */
class SendDelay extends EndToEnd {

    private static final int SENDS = 400;
    /** So many at a time: a script may not run for longer than some seconds. */
    private static final int AT_A_TIME = 20;
    /** Milliseconds. */
    private static final double MOST = 50;

    @Test
    void theVerdictComesBeforeAnybodyNotices() throws Exception {
        addon.awaitReady();
        StringBuilder table = new StringBuilder("| message | first | median | p95 | p99 | longest |\n| --- | --- | --- | --- | --- | --- |\n");
        double worst = 0;
        for (Map.Entry<String, ComposeWindow> message : messages().entrySet()) {
            double[] times = measure(message.getValue());
            double first = times[0];
            double[] later = Arrays.copyOfRange(times, 1, times.length);
            Arrays.sort(later);
            worst = Math.max(worst, at(later, 0.99));
            table.append(String.format(Locale.ROOT, "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n", message.getKey(), first, at(later, 0.5), at(later, 0.95),
                    at(later, 0.99), later[later.length - 1]));
            message.getValue().discard();
        }
        System.out.println(table);
        Files.writeString(Path.of(property("tripostal.work")).resolveSibling("send-delay.md"), table);
        assertThat(worst).as("p99 in milliseconds").isLessThan(MOST);
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

    private double[] measure(ComposeWindow window) throws IOException {
        List<Double> all = new ArrayList<>();
        while (all.size() < SENDS) {
            some(window).forEach(time -> all.add(time.asDouble()));
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private JsonNode some(ComposeWindow window) throws IOException {
        return thunderbird.run("""
                const [id, tab, sends] = arguments;
                const window = WebExtensionPolicy.getByID(id).extension.apiManager.global.tabTracker.getTab(tab);
                const times = [];
                for (let send = 0; send < sends; send++) {
                  const begun = performance.now();
                  await new Promise(resolve => {
                    const event = new window.CustomEvent("beforesend", { cancelable: true, detail: { resolve, reject: resolve } });
                    window.dispatchEvent(event);
                    if (!event.defaultPrevented) throw new Error("nobody was asked");
                  });
                  times.push(performance.now() - begun);
                }
                return times;
                """, "tripostal@tripostal.org", window.tab(), AT_A_TIME);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
