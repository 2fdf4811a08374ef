package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripostal.mail.Body;
import org.tripostal.mail.Link;

/** Malformed mail is read as well as can be, and what is missing is said. */
class MalformedMailTest {

    private static final String DATE = "Date: Mon, 02 Nov 2026 10:00:00 +0000\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n\n", "hello", ":", "From", "From ", "From ann@example.org Mon Nov  2\n", "\r\n\r\nbody"})
    void whatIsHardlyAMessageHasNoAuthor(String text) {
        ReadMessage read = Mail.outgoing(text);
        assertThat(read.from()).isEmpty();
        assertThat(read.warnings()).contains("The message names no author (From).");
        assertThat(Mail.incoming(text).from()).isEmpty();
    }

    @Test
    void ofSeveralFromTheFirstCountsAndItIsSaid() {
        ReadMessage read = Mail.incoming("From: a@example.org\nFrom: b@example.org\nFrom: c@example.org\n" + DATE + "\n");
        assertThat(read.from()).isEqualTo("a@example.org");
        assertThat(read.warnings()).containsExactly("The message has 3 From fields; the first counts.");
    }

    @Test
    void aDateThatCannotBeReadIsSaid() {
        assertThat(Mail.incoming("From: a@example.org\nDate: tomorrow\n\n").warnings()).containsExactly("The date cannot be read: “tomorrow”.");
    }

    @Test
    void theLineOfAMailboxFileIsSkipped() {
        ReadMessage read = Mail.outgoing("From ann@example.org Mon Nov  2 10:00:00 2026\nFrom: a@example.org\nSubject: Hello\n\nText\n");
        assertThat(read.from()).isEqualTo("a@example.org");
        assertThat(read.subject()).isEqualTo("Hello");
        assertThat(Mail.text(read)).isEqualTo("Text\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {" \r \r  x\n\nText\n", "  continued\n\tagain\nFrom: a@example.org\n\nText\n", " \n\nText\n", "From ann@example.org Mon Nov  2\n \r \r x\n\nText\n"})
    void whatContinuesAFieldBeforeThereIsOneIsPassedOver(String message) {
        assertThat(Mail.text(Mail.outgoing(message))).isEqualTo("Text\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "Ann <ann@example.org>                      | ann@example.org",
        "ann@example.org (Ann)                      | ann@example.org",
        "Ann ann@example.org                        | ann@example.org",
        "Ann <ann@example.org                       | ann@example.org",
        "\"Ann <ann@example.org>                    | ann@example.org",
        "Martin, Ann <ann@example.org>              | ann@example.org",
        "<<ann@example.org>>                        | ann@example.org",
        "Friends: ann@example.org, bob@example.org; | ann@example.org",
        "=?utf-8?B?Z2FyYmFnZQ <ann@example.org>     | ann@example.org",
        "=?no-such-charset?Q?x?= <ann@example.org>  | ann@example.org",
        "undisclosed-recipients:;                   | ''",
        "Bank <safe@bank.example>:<ann@example.org> | ann@example.org",
        "safe@bank.example: ann@example.org;        | ann@example.org",
        "\"a:b@c.example\" <ann@example.org>         | ann@example.org",
    })
    void anAddressIsFoundInWhatIsWritten(String field, String address) {
        assertThat(Mail.incoming("From: " + field.strip() + "\n" + DATE + "\n").from()).isEqualTo(address.strip().replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "=?utf-8?Q?caf=C3?= =?UTF-8?q?=A9?=                          | café",
        "=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= =?utf-8?Q?_noir_=C3?=  =?utf-8?Q?=A9?= | café noir é",
        "=?utf-8?B?Y2Fmww==?= =?utf-8?B?qQ==?=                       | caf\uFFFD\uFFFD",
        "=?utf-8?B?Y2Fmw6kg?= =?utf-8?B?bm9pcg==?= today             | café noir today",
        "=?utf-8?B?w6nD?= =?utf-8?B?qSBu?=                           | éé n",
        "=?utf-8?Q?one?= =?iso-8859-1?Q?=E9?=                        | oneé",
        "=?utf-8?Q?one?= and =?utf-8?Q?two?=                         | one and two",
        "=?utf-16?B?SABpAA==?=                                       | Hi",
        "=?utf-16?B?/v8ASABp?=                                       | Hi",
    })
    void encodedWordsThatSplitACharacterAreReadTogether(String subject, String read) {
        assertThat(Mail.incoming("From: a@example.org\nSubject: " + subject.strip() + "\n" + DATE + "\n").subject()).isEqualTo(read.strip());
    }

    @Test
    void ofSeveralCharsetsTheFirstCounts() {
        byte[] message = ("From: a@example.org\n" + DATE + "Content-Type: text/plain; charset=utf-8; charset=iso-8859-1\n\nclé\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Mail.text(Mail.incoming(message))).isEqualTo("clé\n");
    }

    @Test
    void utf16WithoutAMarkIsLittleEndian() {
        String header = "From: a@example.org\n" + DATE + "Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n";
        for (String bytes : new String[] {"SABpAA==", "//5IAGkA", "/v8ASABp"}) {
            assertThat(Mail.text(Mail.incoming(header + bytes + "\n"))).isEqualTo("Hi");
        }
    }

    @Test
    void theFirstTextIsTheTextThoughItHasAName() {
        String part = "\n--x\nContent-Type: text/plain; name=\"%s\"\n\n%s\n";
        ReadMessage read = Mail.incoming("From: a@example.org\n" + DATE + "Content-Type: multipart/mixed; boundary=x\n"
                + part.formatted("a", " ") + part.formatted("b", "Hello") + part.formatted("c", "a file") + "--x--\n");
        assertThat(Mail.text(read).strip()).isEqualTo("Hello");
        assertThat(Mail.files(read)).extracting(org.tripostal.mail.Attachment::name).containsExactly("c");
    }

    @Test
    void aFileThatIsToBeSavedIsNotTheText() {
        ReadMessage read = Mail.incoming("From: a@example.org\n" + DATE + "Content-Type: text/plain; name=a\nContent-Disposition: attachment\n\nHello\n");
        assertThat(Mail.text(read)).isEmpty();
        assertThat(Mail.files(read)).hasSize(1);
    }

    @Test
    void withoutItsBoundaryAMultipartIsText() {
        assertThat(Mail.text(Mail.incoming("From: a@example.org\n" + DATE + "Content-Type: multipart/mixed; boundary=x\n\nHello\n"))).isEqualTo("Hello\n");
    }

    @Test
    void headersWithBytesBeyondAsciiAreUtf8OrWhatOldProgramsSent() {
        String text = "From: Zoé <zoe@example.org>\nSubject: Été\n" + DATE + "\n";
        assertThat(Mail.incoming(text.getBytes(StandardCharsets.UTF_8)).subject()).isEqualTo("Été");
        ReadMessage latin = Mail.incoming(text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.subject()).isEqualTo("Été");
        assertThat(Mail.message(latin).author().name()).isEqualTo("Zoé");
    }

    @Test
    void anUnknownCharsetIsGuessed() {
        assertThat(Mail.text(Mail.outgoing("From: a@example.org\nContent-Type: text/plain; charset=x-klingon\nContent-Transfer-Encoding: 8bit\n\nÉté\n"))).isEqualTo("Été\n");
        assertThat(Mail.text(Mail.outgoing("From: a@example.org\nContent-Type: text/plain; charset=\"not a name!\"\n\nHello\n"))).isEqualTo("Hello\n");
    }

    @Test
    void brokenBase64IsReadAsFarAsItGoes() {
        ReadMessage read = Mail.outgoing("From: a@example.org\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsbG8sIEFubi4K!!*&\nAAA\n");
        assertThat(Mail.text(read)).startsWith("Hello, Ann.");
    }

    @Test
    void aTransferEncodingThatNobodyKnowsLeavesTheTextAsItIs() {
        assertThat(Mail.text(Mail.outgoing("From: a@example.org\nContent-Transfer-Encoding: rot13\n\nHello\n"))).contains("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed", "multipart/mixed; boundary=", "multipart/mixed; boundary=\"", "multipart/mixed; boundary=never", "text", "/", ";;;", "text/plain; charset="})
    void aContentTypeThatIsWrongNeverThrows(String type) {
        ReadMessage read = Mail.outgoing("From: a@example.org\nContent-Type: " + type + "\n\n--x\nContent-Type: text/plain\n\nHello\n--x--\n");
        assertThat(read.from()).isEqualTo("a@example.org");
    }

    @Test
    void aMissingClosingBoundaryLosesNothing() {
        assertThat(Mail.text(Mail.outgoing("From: a@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nHello\n"))).contains("Hello");
    }

    @Test
    void partsNestedAHundredDeepAreReadToABoundAndItIsSaid() {
        StringBuilder text = new StringBuilder("From: a@example.org\n");
        for (int i = 0; i < 100; i++) {
            text.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
        }
        ReadMessage read = Mail.outgoing(text + "Content-Type: text/plain\n\nDeep\n");
        assertThat(read.warnings()).containsExactly("Parts are nested more than 30 deep; the deeper ones were not read.");
    }

    @Test
    void partsWithoutEndAreReadToABoundAndItIsSaid() {
        String part = "--x\nContent-Type: text/plain\n\na\n";
        ReadMessage read = Mail.outgoing("From: a@example.org\nContent-Type: multipart/mixed; boundary=x\n\n" + part.repeat(3_000) + "--x--\n");
        assertThat(read.warnings()).hasSize(1).first().asString().startsWith("The message has more than 1,000 parts");
    }

    @Test
    void aTextWithoutEndIsReadToABoundAndItIsSaid() {
        ReadMessage read = Mail.outgoing("From: a@example.org\n\n" + "Lorem ipsum dolor sit amet.\n".repeat(100_000));
        assertThat(Mail.text(read).length()).isEqualTo(2 * 1024 * 1024);
        assertThat(read.warnings()).hasSize(1).first().asString().startsWith("The text is longer than");
    }

    @Test
    void aHeaderFieldOfAMegabyteIsReadToABoundAndItIsSaid() {
        ReadMessage read = Mail.incoming("From: a@example.org\nSubject: Hello" + "!".repeat(1_000_000) + "\n" + DATE + "\n");
        assertThat(read.subject()).startsWith("Hello!").hasSize(64 * 1024);
        assertThat(read.warnings()).containsExactly("The header field subject is longer than 65,536 characters; the rest of it was not read.");
    }

    @Test
    void tenThousandRecipientsAreAllRead() {
        String to = IntStream.range(0, 10_000).mapToObj(i -> "\"Somebody, Known\" <somebody.known" + i + "@a-longer-name.example.org>").collect(Collectors.joining(",\n "));
        ReadMessage read = Mail.outgoing("From: a@example.org\nTo: " + to + "\n\n");
        assertThat(Mail.leaving(read).visibleRecipients()).hasSize(10_000);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void htmlAloneIsReadAsItsTextWithItsColoursAndLinks() {
        ReadMessage read = Mail.incoming("From: a@example.org\n" + DATE + "Content-Type: text/html; charset=utf-8\n\n<p>Hello <font color=Red>Ann</font>,<br>see <a href='https://a.example'>b.example</a>");
        assertThat(Mail.text(read)).isEqualTo("Hello Ann,\nsee b.example");
        assertThat(Mail.all(read, Body.class).get(0).getColours()).containsExactly("red");
        assertThat(Mail.all(read, Link.class)).containsExactly(new Link("b.example", "https://a.example"));
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void aDraftWithoutADateIsNotMalformed() {
        assertThat(Mail.outgoing("From: a@example.org\n\nHello\n").warnings()).isEmpty();
        assertThat(Mail.outgoing("From: a@example.org\nDate: tomorrow\n\nHello\n").warnings()).hasSize(1);
    }

    @Test
    void randomDamageNeverThrows() {
        byte[] sound = ("From: Zoé <zoe@example.org>\nTo: a@example.org, \"B\" <b@example.org>\nSubject: =?utf-8?Q?=C3=A9?=\n" + DATE
                + "Content-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                + "<p>=C3=A9t=C3=A9</p>\n--x\nContent-Type: image/png; name=\"=?utf-8?B?w6kucG5n?=\"\nContent-Transfer-Encoding: base64\n\nAAECAwQ=\n--x--\n")
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261102);
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = sound.clone();
            for (int hit = 0; hit < 8; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(Mail.outgoing(damaged).facts()).isNotEmpty();
            assertThat(Mail.incoming(damaged).facts()).isNotEmpty();
        }
    }
}
