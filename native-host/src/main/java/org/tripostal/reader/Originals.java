package org.tripostal.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the message that a reply answers among files, by Message-ID. The files' headers are read once, when the first reply asks. */
public final class Originals {

    /** Where there is nowhere to look. */
    public static final Originals NONE = new Originals(List.of());

    private final List<Path> places;
    private Map<String, Path> byMessageId;

    private Originals(List<Path> places) {
        this.places = places;
    }

    /** Looks in this file, or in all {@code *.eml} files below this folder. */
    public static Originals in(Path place) {
        return new Originals(List.of(place));
    }

    Optional<HeaderFields> find(String inReplyTo) {
        String messageId = Rfc822Reader.messageId(inReplyTo.strip().split("\\s+")[0]);
        if (messageId.isEmpty() || places.isEmpty()) {
            return Optional.empty();
        }
        if (byMessageId == null) {
            byMessageId = new HashMap<>();
            files().forEach(file -> header(file).ifPresent(header -> byMessageId.putIfAbsent(Rfc822Reader.messageId(header.raw("message-id")), file)));
        }
        return Optional.ofNullable(byMessageId.get(messageId)).flatMap(Originals::header);
    }

    private List<Path> files() {
        return places.stream()
                .flatMap(place -> {
                    try (Stream<Path> files = Files.walk(place)) {
                        return files.filter(file -> Files.isRegularFile(file) && (file.equals(place) || file.toString().endsWith(".eml"))).sorted().toList().stream();
                    } catch (IOException | java.io.UncheckedIOException e) {
                        System.err.println("tripostal: " + place + ": " + e.getMessage());
                        return Stream.empty();
                    }
                })
                .toList();
    }

    private static Optional<HeaderFields> header(Path file) {
        try {
            return Optional.of(HeaderOfFile.read(file).fields());
        } catch (IOException e) {
            System.err.println("tripostal: " + file + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
