package org.tripostal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The host as Thunderbird starts it: how soon it has decided on its first message, and how much memory it takes after many. */
final class HostBench {

    private static final int STARTS = 15;
    private static final int USER_RULES = 20;
    private static final int MESSAGES = 100_000;
    private static final int A_FRAME = 100;
    private static final double LEAST_FROM_ARCHIVE = 0.8;

    private final Image image;
    private final Path work;

    HostBench(Image image, Path work) {
        this.image = image;
        this.work = work;
    }

    /** Spawn to first decision, alternating with a Java program that only answers one frame. */
    void start(Report report) throws IOException {
        Path config = configuration("start", "");
        writeUserRules(config);
        Map<String, String> environment = environment(config);
        awaitUserRules(environment);
        List<Double> floor = new ArrayList<>();
        List<Double> host = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            floor.add(floor());
            host.add(firstDecision(environment));
        }
        double ratio = Figures.median(host) / Figures.median(floor);
        report.line("start of tripostal-host to its first decision, " + USER_RULES + " user rules in force (median of " + STARTS + ")", "%.0f ms".formatted(1e3 * Figures.median(host)));
        report.line("a Java program that answers one frame, " + image.jdk(), "%.0f ms".formatted(1e3 * Figures.median(floor)));
        double most = image.feature() >= 25 ? 4 : 5;
        report.judged("ratio", "%.2fx".formatted(ratio), "at most %.0fx".formatted(most), ratio <= most);
        double share = fromArchive(environment);
        report.judged("classes that come from the archive", "%.0f %%".formatted(100 * share), "at least %.0f %%".formatted(100 * LEAST_FROM_ARCHIVE), share >= LEAST_FROM_ARCHIVE);
    }

    /** Resident memory after many messages. */
    void memory(Report report) throws IOException {
        Path sorting = configuration("sorting", "packs:\n  spam: false\n  netiquette: false\n");
        report("sorting pack alone", sorting, false, 80, report);
        Path all = configuration("all", "");
        writeUserRules(all);
        awaitUserRules(environment(all));
        report("all packs, " + USER_RULES + " user rules, text and attachments", all, true, 120, report);
    }

    private void report(String what, Path config, boolean parts, int most, Report report) throws IOException {
        try (Talk talk = new Talk(List.of(image.host().toString()), environment(config))) {
            talk.say(Talk.INTRODUCTION);
            talk.answer(1);
            for (int i = 0; i < MESSAGES / A_FRAME; i++) {
                StringBuilder messages = new StringBuilder();
                for (int k = 0; k < A_FRAME; k++) {
                    messages.append(k == 0 ? "" : ",").append(message(i * A_FRAME + k, parts));
                }
                talk.say(judge(i + 2, messages.toString()));
                talk.answer(i + 2);
            }
            long megabytes = Figures.residentKilobytes(talk.pid()) / 1024;
            report.judged("resident memory after " + MESSAGES + " messages: " + what, megabytes + " MB", "at most " + most + " MB", megabytes <= most);
        }
    }

    private double floor() throws IOException {
        long began = System.nanoTime();
        try (Talk talk = new Talk(image.floor(AnswersOneFrame.class.getName()), Map.of())) {
            talk.say("{}");
            talk.hear();
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private double firstDecision(Map<String, String> environment) throws IOException {
        long began = System.nanoTime();
        try (Talk talk = new Talk(List.of(image.host().toString()), environment)) {
            talk.say(Talk.INTRODUCTION);
            talk.say(judge(2, message(0, true)));
            JsonNode decision = talk.answer(2);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (!isTagged(decision)) {
                throw new IOException("the user's rules were not in force for the first message: " + decision);
            }
            return seconds;
        }
    }

    /** The first start compiles them; what is measured is every start after that. */
    private void awaitUserRules(Map<String, String> environment) throws IOException {
        try (Talk talk = new Talk(List.of(image.host().toString()), environment)) {
            talk.say(Talk.INTRODUCTION);
            talk.answer(1);
            for (int i = 2; ; i++) {
                talk.say(judge(i, message(0, true)));
                if (isTagged(talk.answer(i))) {
                    return;
                }
                if (i > 2_000_000) {
                    throw new IOException("the user's rules never come into force");
                }
            }
        }
    }

    private static boolean isTagged(JsonNode result) {
        return result.path("decisions").findValuesAsText("tag").size() == USER_RULES;
    }

    private double fromArchive(Map<String, String> environment) throws IOException {
        Path loaded = work.resolve("loaded");
        Map<String, String> logging = new java.util.HashMap<>(environment);
        logging.put("_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + loaded);
        firstDecision(logging);
        try (Stream<String> lines = Files.lines(loaded)) {
            List<String> classes = lines.filter(line -> line.contains(" source: ")).toList();
            return (double) classes.stream().filter(line -> line.contains("shared objects file")).count() / classes.size();
        }
    }

    private Path configuration(String name, String settings) throws IOException {
        Path config = Files.createDirectories(work.resolve(name).resolve("config"));
        Files.writeString(config.resolve("settings.yaml"), settings);
        StringBuilder routes = new StringBuilder("from,folder\n");
        for (int i = 0; i < 30; i++) {
            routes.append("sender").append(i).append("@example.org,Folder").append(i).append('\n');
        }
        Files.writeString(config.resolve("routes.csv"), routes);
        return config;
    }

    private static Map<String, String> environment(Path config) {
        return Map.of("TRIPOSTAL_CONFIG_DIR", config.toString(), "TRIPOSTAL_DATA_DIR", config.resolveSibling("data").toString(),
                "TRIPOSTAL_CACHE_DIR", config.resolveSibling("cache").toString());
    }

    private static void writeUserRules(Path config) throws IOException {
        Path rules = Files.createDirectories(config.resolve("rules"));
        for (int i = 0; i < USER_RULES; i++) {
            String condition = switch (i % 4) {
                case 0 -> "subject matches \"(?i).*\\\\b(report|rapport)\\\\b.*\"";
                case 1 -> "fromDomain == \"example.org\"";
                case 2 -> "size < " + (1_000_000 + i);
                default -> "list == \"\", subject.length > " + i % 7;
            };
            Files.writeString(rules.resolve("rule" + i + ".drl"), """
                    package my.rule%1$d
                    import org.tripostal.mail.IncomingMessage
                    import org.tripostal.action.AddTag

                    rule "Tag %1$d"
                        @because(en = "rule %1$d looks at {subject}", fr = "la règle %1$d regarde {subject}")
                    when
                        IncomingMessage($subject : subject, %2$s)
                    then
                        insert(new AddTag("tag%1$d"));
                    end
                    """.formatted(i, condition));
        }
    }

    private static String judge(int id, String messages) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"messages/judge\",\"params\":{\"account\":\"account1\",\"folder\":\"/INBOX\",\"messages\":[" + messages + "]}}";
    }

    private static String message(int number, boolean parts) {
        return """
                {"headerMessageId":"%1$d@example.org","author":"Sender <sender%2$d@example.org>","recipients":["me@example.org"],"ccList":[],"bccList":[],
                 "subject":"Report %1$d","date":"2026-11-02T10:00:00Z","size":2048,"junk":false,"read":false,"flagged":false,"tags":[],"headers":{
                 "from":["Sender <sender%2$d@example.org>"],"received":["from a.example by b.example; Mon, 02 Nov 2026 10:00:00 +0000"],"subject":["Report %1$d"],
                 "x-mailer":["Mailer %1$d"]}%3$s}""".formatted(number, number % 60, parts ? PARTS : "");
    }

    private static final String PARTS = """
            ,"parts":[{"contentType":"multipart/mixed","parts":[{"contentType":"text/html","body":"<p>Hello, here is <a href=\\"https://www.example.org/r\\">the report</a>.</p>"},
            {"contentType":"application/pdf","name":"report.pdf","size":12345}]}]""";
}
