package org.tripostal.reader;

import jakarta.mail.MessagingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    public static final Originals NONE = new Originals(List.of(), Map.of());

    private final List<Path> places;
    private final Map<String, HeaderFields> given;
    private Map<String, Path> byMessageId;

    private Originals(List<Path> places, Map<String, HeaderFields> given) {
        this.places = places;
        this.given = given;
    }

    /** Looks in this file, or in all {@code *.eml} files below this folder. */
    public static Originals in(Path place) {
        return new Originals(List.of(place), Map.of());
    }

    /**
     * Knows this one message.
     *
     * @param messageId its Message-ID, without brackets
     * @param message RFC 5322
     */
    public static Originals of(String messageId, byte[] message) {
        try {
            return new Originals(List.of(), Map.of(messageId, HeaderFields.ofRfc822(new ByteArrayInputStream(message))));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("a message that is no message", e);
        }
    }

    Optional<HeaderFields> find(String inReplyTo) {
        String messageId = Rfc822Reader.messageId(inReplyTo.strip().split("\\s+")[0]);
        if (given.containsKey(messageId)) {
            return Optional.of(given.get(messageId));
        }
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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Optional.of(HeaderFields.ofRfc822(in));
        } catch (IOException | MessagingException e) {
            System.err.println("tripostal: " + file + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
