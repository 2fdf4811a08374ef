package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripostal.engine.RuleSet;
import org.tripostal.mail.Header;
import org.tripostal.mail.Mailbox;

/** What is read quickly is read as Angus, the reference implementation, reads it: proved on thousands of headers, lists and dates that chance made odd. */
class QuickReadersTest {

    private static final int MANY = 20_000;

    private static final List<String> PIECES = List.of(
            "From", "To", "Subject", "Date", "X-Mozilla-Status", "SUBJECT ", " ", "\t", ":", ": ", "::", "\n", "\n", "\r\n", "\r\n", "\r", "\r\r\n", "\n ", "\r\n\t", "\n \n",
            "a", "Ann", "ann@example.org", "=?utf-8?Q?=C3=A9?=", "\u00E9", "\u00C3\u00A9", "\u0000", "\u0001", "\u00A0", "\u0085", "<", ">", "\"", "From ", "From ann\n", "x: y\n", "x: y\r\n");

    private static final List<String> ADDRESS_PIECES = List.of(
            "Ann", "Martin", "ann", "bob", "@", "@", "example.org", "Example.ORG", "ann@example.org", "<ann@example.org>", " <bob@example.org>", "\"Martin, Ann\" ", "\"", "'", "<", ">",
            ",", ", ", " ", "  ", ".", "..", "-", "_", "+", "(", ")", " (Ann)", " (via RT) ", ":", ";", "undisclosed-recipients:;", "=?utf-8?Q?=C3=A9?=", "\\", "/", "&", "!", "é", "[", "]", "1");

    private static final List<String> DATE_PIECES = List.of(
            "Mon, ", "mon,", "Xyz, ", "2", "02", "31", "30", "29", " ", " ", "  ", "Nov", "Feb", "nov", "November", "2026", "26", "1969", "2024", "10", "9", "23", "24", "59", "60", ":", ":", "00",
            "+0100", "-0330", "+2500", "+0060", "GMT", "EST", "Z", " (CET)", "(x", "\t", "-", "+");

    @Test
    void aHeaderIsReadAsAngusReadsIt() throws Exception {
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < MANY; i++) {
            byte[] message = text(random, PIECES, 24).getBytes(StandardCharsets.ISO_8859_1);
            Optional<List<Header>> expected = byAngus(message);
            if (expected.isPresent()) {
                assertThat(HeaderFields.ofRfc822(message).facts()).as(() -> shown(message)).isEqualTo(expected.get());
                read++;
            }
        }
        assertThat(read).isGreaterThan(MANY / 2);
    }

    @Test
    void aFieldIsFoundByItsNameHoweverItIsWritten() {
        Random random = new Random(2);
        for (int i = 0; i < MANY; i++) {
            byte[] message = text(random, PIECES, 24).getBytes(StandardCharsets.ISO_8859_1);
            HeaderFields header = HeaderFields.ofRfc822(message);
            List<Header> all = header.facts();
            for (String name : List.of("from", "to", "subject", "ann")) {
                assertThat(header.text(name)).as(() -> name + " in " + shown(message))
                        .isEqualTo(all.stream().filter(field -> field.name().equals(name)).map(Header::value).findFirst().orElse(""));
                assertThat(header.count(name)).isEqualTo(all.stream().filter(field -> field.name().equals(name)).count());
            }
        }
    }

    @Test
    void anOrdinaryAddressListIsReadAsAngusReadsIt() {
        Random random = new Random(3);
        int ordinary = 0;
        for (int i = 0; i < MANY; i++) {
            String field = text(random, ADDRESS_PIECES, 8);
            List<Mailbox> read = OrdinaryMailboxes.parse(field);
            if (!read.isEmpty()) {
                assertThat(read).as(field).isEqualTo(Mailboxes.parseAnything(field));
                ordinary++;
            }
        }
        assertThat(ordinary).isGreaterThan(MANY / 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ann@example.org", "Ann Martin <Ann@Example.org>", "\"Martin, Ann\" <ann@example.org>, bob@example.org", "ann.martin+list@mail.example.org (Ann Martin)", "<ann@example.org>",
        "'Ann' <ann@example.org>", "J. R. O'Neill <j-r_o@example.org>"})
    void whatMostProgramsWriteIsOrdinary(String field) {
        assertThat(OrdinaryMailboxes.parse(field)).isNotEmpty().isEqualTo(Mailboxes.parseAnything(field));
    }

    @Test
    void anOrdinaryDateIsReadAsAngusReadsIt() {
        Random random = new Random(4);
        int ordinary = 0;
        for (int i = 0; i < MANY; i++) {
            String field = random.nextBoolean() ? text(random, DATE_PIECES, 14) : written(random);
            Optional<Instant> read = OrdinaryDate.read(field);
            if (read.isPresent()) {
                assertThat(read).as(field).isEqualTo(dateByAngus(field));
                ordinary++;
            }
        }
        assertThat(ordinary).isGreaterThan(MANY / 4);
    }

    @Test
    void aMomentOfTheAddOnIsReadAsJavaReadsIt() {
        Random random = new Random(6);
        int ordinary = 0;
        for (int i = 0; i < MANY; i++) {
            String moment = "%04d-%02d-%02dT%02d:%02d:%02d%s".formatted(1965 + random.nextInt(80), random.nextInt(14), random.nextInt(33), random.nextInt(25), random.nextInt(61),
                    random.nextInt(61), random.nextInt(8) == 0 ? List.of("", ".5Z", "+00:00", "z", "Z ").get(random.nextInt(5)) : "Z");
            Optional<Instant> read = OrdinaryDate.readIso(moment);
            if (read.isPresent()) {
                assertThat(read.get()).as(moment).isEqualTo(Instant.parse(moment));
                ordinary++;
            }
        }
        assertThat(ordinary).isGreaterThan(MANY / 2);
    }

    @Test
    void aDayThatThereIsNotIsNoMoment() {
        assertThat(OrdinaryDate.readIso("2026-11-02T10:00:00Z")).contains(Instant.parse("2026-11-02T10:00:00Z"));
        assertThat(OrdinaryDate.readIso("")).isEmpty();
        assertThat(OrdinaryDate.readIso("2026-02-29T10:00:00Z")).isEmpty();
    }

    @Test
    void aHeaderThatIsReadFromAFileIsThatOfTheWholeMessage(@TempDir Path folder) throws Exception {
        Random random = new Random(5);
        Rfc822Reader reader = new Rfc822Reader(RuleSet.builtIn(Set.of("sorting")), Locale.ENGLISH);
        Recipient recipient = new Recipient(Set.of("me@example.org"), Set.of(), Set.of());
        Path file = folder.resolve("a.eml");
        for (int i = 0; i < 2_000; i++) {
            // Around the size of the first look, so that every kind of line ending is once cut in two.
            String padding = "X-Padding: " + "x".repeat(random.nextInt(4) == 0 ? 20_000 : 8_130 + random.nextInt(60)) + "\r\n";
            byte[] message = ("From: ann@example.org\r\n" + (random.nextBoolean() ? padding : "") + text(random, PIECES, 40)).getBytes(StandardCharsets.ISO_8859_1);
            Files.write(file, message);
            ReadMessage whole = reader.incoming(message, recipient);
            ReadMessage quick = reader.incoming(file, recipient);
            assertThat(quick).as(() -> shown(message)).isEqualTo(whole);
        }
    }

    private static Optional<List<Header>> byAngus(byte[] message) throws Exception {
        HeaderFields header = new HeaderFields();
        try {
            InternetHeaders angus = new InternetHeaders(new ByteArrayInputStream(withoutMailboxLine(message)));
            for (jakarta.mail.Header field : Collections.list(angus.getAllHeaders())) {
                header.add(field.getName(), field.getValue());
            }
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty(); // Angus gives up where the first line is folded and empty
        }
        return Optional.of(header.facts());
    }

    private static byte[] withoutMailboxLine(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        boolean mailbox = text.length() > 5 && text.startsWith("From ");
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n') + 1;
        return (mailbox ? text.substring(end) : text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Optional<Instant> dateByAngus(String field) {
        try {
            return Optional.of(new MailDateFormat().parse(field).toInstant());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** A date of the usual form, that there is or is not. */
    private static String written(Random random) {
        return "%s%d %s %d %02d:%02d%s %s".formatted(
                random.nextBoolean() ? "Mon, " : "", 1 + random.nextInt(32), List.of("Jan", "Feb", "Jun", "Dec").get(random.nextInt(4)), 1970 + random.nextInt(80), random.nextInt(25),
                random.nextInt(61), random.nextBoolean() ? ":%02d".formatted(random.nextInt(61)) : "", List.of("+0000", "-0000", "+0530", "-1200", "+1400", "+0100 (CET)").get(random.nextInt(6)));
    }

    private static String text(Random random, List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static String shown(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1).replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    }
}
