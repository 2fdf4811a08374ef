package org.tripostal.alone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tripostal.bench.Talk;

/** The host of the image, on folders of its own. */
final class Host implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path IMAGE = Path.of(System.getProperty("tripostal.image"));

    private final Talk talk;
    private int id = 1;

    /** Starts it; {@code config}, {@code data} and {@code cache} are in the folder. */
    Host(Path folder) throws IOException {
        talk = new Talk(List.of(IMAGE.resolve("bin/tripostal-host").toString()), environment(folder));
        talk.say(Talk.INTRODUCTION);
        talk.answer(1);
    }

    /** Routes, and a rule of the user's, which is compiled by a program of its own. */
    static void configure(Path folder) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config/rules"));
        Files.writeString(config.resolveSibling("settings.yaml"), "active: true\n");
        Files.writeString(config.resolveSibling("routes.csv"), "from,folder\nann@example.org,Family\n@club.example,Club/News\n");
        Files.writeString(config.resolve("mine.drl"), """
                package mine
                import org.tripostal.mail.IncomingMessage
                import org.tripostal.action.AddTag

                rule "Mine"
                when
                    IncomingMessage(subject matches "(?i).*\\\\breport\\\\b.*")
                then
                    insert(new AddTag("mine"));
                end
                """);
    }

    static Map<String, String> environment(Path folder) {
        return Map.of("TRIPOSTAL_CONFIG_DIR", folder.resolve("config").toString(), "TRIPOSTAL_DATA_DIR", folder.resolve("data").toString(),
                "TRIPOSTAL_CACHE_DIR", folder.resolve("cache").toString(), "HOME", folder.toString());
    }

    /** Runs {@code tripostal} to its end, which has to be a good one. */
    static void tripostal(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(IMAGE.resolve("bin/tripostal").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment(folder));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    JsonNode ask(String method, JsonNode params) throws IOException {
        ObjectNode request = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", ++id).put("method", method);
        request.set("params", params);
        talk.say(JSON.writeValueAsString(request));
        return talk.answer(id);
    }

    JsonNode ask(String method, String params) throws IOException {
        return ask(method, JSON.readTree(params));
    }

    /** Has messages judged and written down as carried out, as the add-on does; numbers tell them apart. */
    JsonNode sort(int from, int count) throws IOException {
        ObjectNode judge = JSON.createObjectNode().put("account", "account1").put("folder", "/INBOX");
        ArrayNode messages = judge.putArray("messages");
        for (int i = from; i < from + count; i++) {
            messages.add(message(i));
        }
        JsonNode result = ask("messages/judge", judge);
        ObjectNode applied = JSON.createObjectNode().put("account", "account1").put("run", "run " + from);
        ArrayNode notes = applied.putArray("applied");
        for (int i = 0; i < count; i++) {
            JsonNode decision = result.at("/decisions/" + i);
            ObjectNode note = notes.addObject().put("headerMessageId", messages.get(i).path("headerMessageId").asText()).put("delivery", decision.path("delivery").asText())
                    .put("author", messages.get(i).path("author").asText()).put("subject", messages.get(i).path("subject").asText()).put("from", "/INBOX")
                    .put("to", "/" + decision.at("/actions/0/folder").asText("INBOX")).put("outcome", "done");
            note.putObject("before").put("read", false).put("flagged", false).put("junk", false).putArray("tags");
            note.set("decision", decision);
        }
        ask("messages/applied", applied);
        return result;
    }

    private static ObjectNode message(int number) {
        String[] authors = {"Ann <ann@example.org>", "Bob <bob@club.example>", "Eve <eve@elsewhere.example>", "Shop <news@shop.example>"};
        ObjectNode message = JSON.createObjectNode().put("headerMessageId", number + "@load.example").put("author", authors[Math.floorMod(number, authors.length)]).put("subject", "Report " + number)
                .put("date", "2026-11-02T10:00:00Z").put("size", 4_000).put("junk", false).put("read", false).put("flagged", false);
        message.putArray("recipients").add("me@example.org");
        message.putArray("ccList");
        message.putArray("bccList");
        message.putArray("tags");
        message.putObject("headers").putArray("received").add("from mx.example.org by mail.example.org; " + number);
        message.putArray("parts").addObject().put("contentType", "text/html").put("body", "<p>Hello,</p><p>the <b>report</b> of month " + number + " is at https://example.org/" + number + "</p>")
                .put("size", 120).put("partName", "1").putArray("parts");
        return message;
    }

    long pid() {
        return talk.pid();
    }

    /** The descriptors that it and its children have open, as Linux names them. */
    List<String> open() throws IOException {
        ProcessHandle host = ProcessHandle.of(pid()).orElseThrow();
        List<String> open = new ArrayList<>();
        for (ProcessHandle process : Stream.concat(Stream.of(host), host.descendants()).toList()) {
            String[] descriptors = Path.of("/proc/" + process.pid() + "/fd").toFile().list();
            // A program, or a descriptor, may be gone by the time one looks closer.
            for (String descriptor : descriptors == null ? new String[0] : descriptors) {
                Path link = Path.of("/proc/" + process.pid() + "/fd", descriptor);
                try {
                    open.add(Files.readSymbolicLink(link).toString());
                } catch (java.nio.file.NoSuchFileException e) {
                    continue;
                }
            }
        }
        return open;
    }

    /**
     * Sockets that it and its children have open, but for those that Java keeps to wake its own threads: pairs without a name, both ends of which are in the same
     * program, and to which nobody can connect.
     */
    List<String> sockets() throws IOException {
        List<String> sockets = open().stream().filter(name -> name.startsWith("socket:")).toList();
        if (sockets.isEmpty()) {
            return sockets;
        }
        List<String> pairs = Files.readAllLines(Path.of("/proc/" + pid() + "/net/unix")).stream().map(line -> line.strip().split(" +")).filter(fields -> fields.length == 7)
                .map(fields -> "socket:[" + fields[6] + "]").toList();
        List<String> still = open(); // a pair that was closed since is in the table no more
        return sockets.stream().filter(socket -> !pairs.contains(socket) && still.contains(socket)).toList();
    }

    /** A figure of {@code /proc/PID/status}. */
    long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream().filter(line -> line.startsWith(name + ":")).map(line -> Long.valueOf(line.replaceAll("\\D", "")))
                .findFirst().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        talk.close();
    }
}
