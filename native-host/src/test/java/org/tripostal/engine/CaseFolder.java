package org.tripostal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tripostal.Came;
import org.tripostal.action.FileInto;
import org.tripostal.action.Finding;
import org.tripostal.mail.Correspondent;
import org.tripostal.mail.InJunk;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.LastWritten;
import org.tripostal.mail.Learned;
import org.tripostal.mail.OwnOriginal;
import org.tripostal.reader.Originals;
import org.tripostal.reader.ReadMessage;
import org.tripostal.reader.Recipient;
import org.tripostal.reader.Rfc822Reader;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;

/** A folder of messages with what the rules must say of each, as {@code rules/cases/README.md} tells it. */
final class CaseFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final JsonNode expected;

    CaseFolder(Path folder) {
        this.folder = folder;
        try {
            expected = JSON.readTree(folder.resolve("expected.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " has no expected.json that can be read", e);
        }
    }

    /** All folders that hold messages, sorted. */
    static List<CaseFolder> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".eml") || file.endsWith("expected.json"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .map(CaseFolder::new)
                    .toList();
        }
    }

    Set<String> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml")).forEach(names::add);
            return names;
        }
    }

    Set<String> filesListed() {
        Set<String> names = new TreeSet<>();
        expected.path("cases").fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode expected(String file) {
        return expected.path("cases").path(file);
    }

    /** What is in force in this folder: its own routes.csv and settings.yaml. */
    Configuration configuration() {
        return Configuration.load(new Folders(folder, folder.resolve("data")), Locale.ENGLISH);
    }

    ReadMessage read(String file, RuleSet rules) throws IOException {
        Rfc822Reader reader = new Rfc822Reader(rules, Locale.ENGLISH);
        byte[] message = Files.readAllBytes(folder.resolve(file));
        if (expected.path("outgoing").asBoolean()) {
            return reader.outgoing(message, texts("me"), Originals.in(folder));
        }
        ReadMessage read = reader.incoming(message, new Recipient(texts("me"), texts("names"), configuration().settings().authenticationServers()));
        List<Object> facts = new ArrayList<>();
        read.facts().forEach(fact -> facts.add(fact instanceof IncomingMessage came && expected(file).path("junk").asBoolean() ? Came.asJunk(came) : fact));
        if (expected(file).has("learned")) {
            facts.add(new Learned(expected(file).path("learned").asDouble(), "roses, tulips", 100));
        }
        expected.path("known").forEach(person -> facts.add(new Correspondent(person.path("name").asText(), person.path("address").asText())));
        if (expected(file).path("inJunk").asBoolean()) {
            facts.add(new InJunk());
        }
        expected.path("written").properties().forEach(to -> {
            if (to.getKey().equals(read.from())) {
                facts.add(new LastWritten(read.from(), to.getValue().asLong()));
            }
        });
        expected(file).path("answers").properties().forEach(own -> facts.add(new OwnOriginal(own.getKey(), own.getValue().asLong())));
        return new ReadMessage(read.from(), read.subject(), facts, read.warnings());
    }

    /** Whether all that custom allows is switched off. */
    boolean strict() {
        return expected.path("strict").asBoolean();
    }

    private Set<String> texts(String key) {
        Set<String> texts = new HashSet<>();
        expected.path(key).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** A decision in the short form of {@code expected.json}: {@code file-into Family}, {@code mark-junk}, {@code empty-subject}. */
    static String shortForm(Decided decided) {
        if (decided.action() instanceof Finding finding) {
            return finding.code();
        }
        JsonNode action = Explainer.forCheck(Locale.ENGLISH).actions(List.of(decided)).get(0);
        String what = decided.action() instanceof FileInto into ? into.folder() : action.path("tag").asText(action.path("text").asText());
        return (action.path("type").asText() + " " + what).strip();
    }

    @Override
    public String toString() {
        return folder.getParent().getFileName() + "/" + folder.getFileName();
    }
}
