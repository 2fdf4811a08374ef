package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.Pages;
import org.tripostal.engine.RuleSet;
import org.tripostal.mail.Body;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;

/**
 * What Thunderbird gets out of malformed mail, sender, subject and text, the reader of files gets too. Mail written for the purpose, or any folder of {@code *.eml}:
 * {@code -Dtripostal.mail.odd}; what differs is written to {@code target/malformed.md}.
 */
class MalformedMailIT extends UnderFault {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+");
    /** Stands for what Thunderbird could not decode. */
    private static final char NOT_READ = '\uFFFD';

    private static final int BEGINNING = 10_000;

    /** Thunderbird gives messages in pages of a hundred. */
    private static final int IN_A_FOLDER = 90;

    /** What both see of a message. */
    record Seen(String author, String subject, String text, boolean bounded) {

        /** Whether this is all there is; of a field that is longer than what is read of it, which is said then, the beginning. */
        boolean hasSubject(String other) {
            return bounded ? bare(subject).startsWith(bare(other).substring(0, BEGINNING)) : bare(subject).equals(bare(other));
        }
    }

    @Test
    void whatThunderbirdGetsOutOfItTheReaderGets() throws Exception {
        List<Path> files = files();
        List<String> differences = new ArrayList<>();
        for (int from = 0; from < files.size(); from += IN_A_FOLDER) {
            differences.addAll(differences("Odd" + from, files.subList(from, Math.min(files.size(), from + IN_A_FOLDER))));
        }
        Flood.write("| malformed messages read as Thunderbird reads them | %d | %d differ |%n".formatted(files.size(), differences.size()));
        Files.write(Path.of("target", "malformed.md"), differences);
        assertThat(differences).isEmpty();
    }

    private static List<Path> files() throws Exception {
        String named = System.getProperty("tripostal.mail.odd");
        Path folder = named != null ? Path.of(named) : Path.of(MalformedMailIT.class.getResource("/org/tripostal/malformed").toURI());
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
        }
    }

    /** One after the other: which of Thunderbird's messages is which file shows in the order. */
    private List<String> differences(String folder, List<Path> files) throws Exception {
        thunderbird.background().run("await messenger.folders.create((await messenger.accounts.get('account1')).rootFolder.id, arguments[0])", folder);
        Path maildir = stage.server().maildir(HERE).resolve("." + folder + "/cur");
        UserPrincipal owner = Files.getOwner(maildir);
        Pages pages = new Pages(thunderbird);
        Set<Integer> known = new HashSet<>();
        List<Seen> here = here(files);
        List<String> differences = new ArrayList<>();
        for (Path file : files) {
            Seen read = here.get(known.size());
            Path delivered = Files.write(maildir.resolve(1_700_000_000L + known.size() + ".M" + known.size() + ".test:2,S"), Files.readAllBytes(file));
            Files.setOwner(delivered, owner);
            pages.awaitFolder("account1", "/" + folder, known.size() + 1, Duration.ofSeconds(60));
            JsonNode message = newest(folder, known);
            Seen there = new Seen(message.path("author").asText(), message.path("subject").asText(), text(message.path("parts")), false);
            compare(file.getFileName().toString(), there, read, differences);
        }
        return differences;
    }

    /** The message that was not known before. */
    private JsonNode newest(String folder, Set<Integer> known) throws IOException {
        JsonNode message = thunderbird.background().run("""
                const [path, known] = arguments;
                const [folder] = await messenger.folders.query({ accountId: "account1", path: "/" + path });
                const message = (await messenger.messages.query({ folderId: folder.id })).messages.find(({ id }) => !known.includes(id));
                const parts = await messenger.messages.listInlineTextParts(message.id);
                return { id: message.id, author: message.author, subject: message.subject, parts };
                """, folder, known);
        known.add(message.path("id").asInt());
        return message;
    }

    private static String text(JsonNode parts) {
        List<String> texts = new ArrayList<>();
        for (JsonNode part : parts) {
            switch (part.path("contentType").asText()) {
                case "text/html" -> texts.add(Jsoup.parse(part.path("content").asText()).body().text());
                case "text/plain" -> texts.add(part.path("content").asText());
                default -> { } // an invitation, a patch: shown, but not what somebody wrote
            }
        }
        return String.join("\n", texts);
    }

    /** As a program of its own reads them: the test's server uses the same library, which reads its settings once. */
    private static List<Seen> here(List<Path> files) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), Reading.class.getName()));
        files.forEach(file -> command.add(file.toString()));
        Process reading = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<Seen> all = new ObjectMapper().readerForListOf(Seen.class).readValue(reading.getInputStream());
        assertThat(reading.waitFor()).isZero();
        return all;
    }

    /** That program: tells what it sees of the files that it is given, as JSON. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] files) throws IOException {
            Rfc822Reader reader = new Rfc822Reader(RuleSet.builtIn(RuleSet.builtInPacks()), Locale.ENGLISH);
            List<Seen> all = new ArrayList<>();
            for (String file : files) {
                ReadMessage read = reader.incoming(Files.readAllBytes(Path.of(file)), new Recipient(Set.of(), Set.of(), Set.of()));
                all.add(new Seen(read.from(), read.subject(), read.facts().stream().filter(Body.class::isInstance).map(fact -> ((Body) fact).getText()).findFirst().orElse(""),
                        read.warnings().stream().anyMatch(warning -> warning.contains("field subject is longer"))));
            }
            new ObjectMapper().writeValue(System.out, all);
        }
    }

    private static void compare(String file, Seen there, Seen here, List<String> differences) {
        List<String> addresses = ADDRESS.matcher(there.author()).results().map(MatchResult::group).map(address -> address.toLowerCase(Locale.ROOT)).toList();
        if (!addresses.isEmpty() && !addresses.contains(here.author().toLowerCase(Locale.ROOT))) {
            differences.add(file + ": author “" + there.author() + "” is read as “" + here.author() + "”");
        }
        if (!here.hasSubject(there.subject()) && !there.subject().isBlank() && there.subject().indexOf(NOT_READ) < 0) {
            differences.add(file + ": subject “" + there.subject() + "” is read as “" + here.subject() + "”");
        }
        Set<String> missing = words(there.text());
        int all = missing.size();
        missing.removeAll(words(here.text()));
        if (!missing.isEmpty()) {
            differences.add(file + ": of " + all + " words of the text " + missing.size() + " are missing: " + missing.stream().limit(12).toList());
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(text).results().forEach(word -> words.add(word.group()));
        return words;
    }

    /** Thunderbird keeps “Re:” as a mark of the message, not in its subject. */
    private static String bare(String subject) {
        return subject.replaceAll("\\s+", " ").replaceFirst("(?i)^ ?re: ?", "").strip();
    }
}
