package org.tripostal.reader;

import jakarta.mail.MessagingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tripostal.mail.Mailbox;

/** Finds the message that a reply answers among files, by Message-ID, and the rest of its thread. The files' headers are read once, when the first reply asks. */
public final class Originals {

    /** Where there is nowhere to look. */
    public static final Originals NONE = new Originals(List.of(), Map.of());

    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]+)>");

    private final List<Path> places;
    private final Map<String, HeaderFields> given;
    private Map<String, Path> byMessageId;
    private final List<Sent> sent = new ArrayList<>();

    private Originals(List<Path> places, Map<String, HeaderFields> given) {
        this.places = places;
        this.given = given;
    }

    /**
     * What a message says of its thread.
     *
     * @param from its author's address
     * @param to the addresses of its recipients
     * @param thread the Message-IDs to which it refers
     * @param at when it was sent
     */
    private record Sent(String from, Set<String> to, Set<String> thread, Instant at) {}

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
        readOnce();
        return Optional.ofNullable(byMessageId.get(messageId)).flatMap(Originals::header);
    }

    /**
     * To whom alone somebody has written before in a thread.
     *
     * @param own the addresses of the writer
     * @param references fields with the Message-IDs of the thread
     * @param before what was sent then or later does not count; the epoch for a message that is not sent yet
     */
    Set<String> answeredAlone(Set<String> own, String references, Instant before) {
        if (places.isEmpty()) {
            return Set.of();
        }
        readOnce();
        Set<String> thread = messageIds(references);
        Set<String> alone = new HashSet<>();
        for (Sent earlier : sent) {
            boolean went = before.equals(Instant.EPOCH) || earlier.at().isBefore(before);
            if (went && own.contains(earlier.from()) && earlier.thread().stream().anyMatch(thread::contains)) {
                Set<String> others = new HashSet<>(earlier.to());
                others.removeAll(own);
                if (others.size() == 1) {
                    alone.addAll(others);
                }
            }
        }
        return alone;
    }

    private void readOnce() {
        if (byMessageId == null) {
            byMessageId = new HashMap<>();
            files().forEach(file -> header(file).ifPresent(header -> remember(file, header)));
        }
    }

    private void remember(Path file, HeaderFields header) {
        byMessageId.putIfAbsent(Rfc822Reader.messageId(header.raw("message-id")), file);
        List<Mailbox> authors = Mailboxes.parse(header.raw("from"));
        Set<String> to = new LinkedHashSet<>();
        Stream.of("to", "cc", "bcc").flatMap(field -> Mailboxes.parse(header.raw(field)).stream()).map(Mailbox::address).forEach(to::add);
        if (!authors.isEmpty()) {
            sent.add(new Sent(authors.get(0).address(), to, messageIds(header.raw("in-reply-to") + header.raw("references")),
                    Rfc822Reader.dateOf(header.raw("date")).orElse(Instant.EPOCH)));
        }
    }

    private static Set<String> messageIds(String field) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = MESSAGE_ID.matcher(field);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
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
