package org.tripostal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code tripostal check --json --pack sorting} over a folder of real mail, alternating with {@link Sieve} over the same messages and the same routes. */
final class CheckBench {

    private static final int MOST_MESSAGES = 5_000;
    private static final int ROUNDS = 5;
    private static final Map<Integer, Double> WANTED = new TreeMap<>(Map.of(30, 1.0, 300, 4.0, 3000, 10.0));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Image image;
    private final Path mail;
    private final Path work;

    CheckBench(Image image, Path mail, Path work) {
        this.image = image;
        this.mail = mail;
        this.work = work;
    }

    void run(Report report) throws IOException, InterruptedException {
        List<Path> messages = messages();
        Path box = Files.createDirectories(work.resolve("box"));
        for (int i = 0; i < messages.size(); i++) {
            Files.copy(messages.get(i), box.resolve("%05d.eml".formatted(i)));
        }
        Sieve sieve = Sieve.isThere() ? new Sieve(Files.createDirectories(work.resolve("sieve")), messages) : null;
        report.line("messages", String.valueOf(messages.size()));
        for (Map.Entry<Integer, Double> wanted : WANTED.entrySet()) {
            compare(wanted.getKey(), wanted.getValue(), messages.size(), box, sieve, report);
        }
        if (sieve == null) {
            report.line("sieve-filter is not installed (Debian: dovecot-sieve), so there is nothing to compare with", "");
        }
    }

    private void compare(int count, double wanted, int messages, Path box, Sieve sieve, Report report) throws IOException, InterruptedException {
        Map<String, String> routes = routes(count, box);
        Path config = Files.createDirectories(work.resolve("config" + count));
        Files.write(config.resolve("routes.csv"), Stream.concat(Stream.of("from,folder"),
                routes.entrySet().stream().map(route -> "\"" + route.getKey() + "\"," + route.getValue())).toList());
        Path script = sieve == null ? null : sieve.script("rules" + count, routes);
        if (sieve != null) {
            Map<String, Integer> theirs = sieve.folders(script);
            Map<String, Integer> ours = folders(box, config, routes);
            if (!ours.equals(theirs)) {
                throw new IOException("the two do not sort alike with " + count + " routes: " + ours + " against " + theirs);
            }
        }
        List<Double> theirs = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            if (sieve != null) {
                theirs.add(sieve.seconds(script));
            }
            long began = System.nanoTime();
            check(box, config, null);
            ours.add((System.nanoTime() - began) / 1e9);
        }
        report.line("check --pack sorting, " + count + " routes (median of " + ROUNDS + ")", "%,.0f messages/s".formatted(messages / Figures.median(ours)));
        if (sieve != null) {
            double ratio = Figures.median(theirs) / Figures.median(ours);
            report.line("sieve-filter, " + count + " rules, deciding only, the same folders", "%,.0f messages/s".formatted(messages / Figures.median(theirs)));
            report.judged("ratio", "%.1fx".formatted(ratio), "at least %.0fx".formatted(wanted), ratio >= wanted);
        }
    }

    private Map<String, Integer> folders(Path box, Path config, Map<String, String> routes) throws IOException, InterruptedException {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode line : judged(box, config)) {
            String folder = line.path("actions").path(0).path("folder").asText();
            if (routes.containsValue(folder)) {
                counts.merge(folder, 1, Integer::sum);
            }
        }
        return counts;
    }

    private List<JsonNode> judged(Path box, Path config) throws IOException, InterruptedException {
        Path out = work.resolve("judged.json");
        check(box, config, out);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private void check(Path box, Path config, Path out) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(image.tripostal().toString(), "check", "--json", "--pack", "sorting", box.toString())
                .redirectError(work.resolve("check.err").toFile())
                .redirectOutput(out == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(out.toFile()));
        builder.environment().putAll(Map.of("TRIPOSTAL_CONFIG_DIR", config.toString(), "TRIPOSTAL_DATA_DIR", work.resolve("data").toString(),
                "TRIPOSTAL_CACHE_DIR", work.resolve("cache").toString()));
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("check ended with exit status " + status + ": " + Files.readString(work.resolve("check.err")));
        }
    }

    /** Those that {@code sort/messages.txt} lists, where the folder has such a list; otherwise the first there are. */
    private List<Path> messages() throws IOException {
        Path list = mail.resolve("sort/messages.txt");
        if (Files.exists(list)) {
            return Files.readAllLines(list).stream().map(mail::resolve).toList();
        }
        try (Stream<Path> files = Files.walk(mail)) {
            return files.filter(file -> file.toString().endsWith(".eml") && Files.isRegularFile(file)).sorted().limit(MOST_MESSAGES).toList();
        }
    }

    /** Those of {@code sort/rules….tsv}, where there is one; otherwise the most frequent senders, and after them people who wrote nothing. */
    private Map<String, String> routes(int count, Path box) throws IOException, InterruptedException {
        Path table = mail.resolve("sort/rules" + count + ".tsv");
        Map<String, String> routes = new LinkedHashMap<>();
        if (Files.exists(table)) {
            for (String line : Files.readAllLines(table)) {
                routes.putIfAbsent(line.split("\t")[0], line.split("\t")[1]);
            }
            return routes;
        }
        Map<String, Long> senders = judged(box, Files.createDirectories(work.resolve("no-config"))).stream()
                .map(line -> line.path("from").asText()).filter(from -> from.matches("[\\w.+-]+@[\\w.-]+")).collect(Collectors.groupingBy(from -> from, Collectors.counting()));
        senders.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey())).limit(count)
                .forEach(sender -> routes.put(sender.getKey(), "F%04d".formatted(routes.size())));
        while (routes.size() < count) {
            routes.put("nobody" + routes.size() + "@example.net", "F%04d".formatted(routes.size()));
        }
        return routes;
    }
}
