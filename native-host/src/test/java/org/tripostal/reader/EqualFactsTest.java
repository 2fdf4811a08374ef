package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripostal.Came;
import org.tripostal.mail.Header;
import org.tripostal.mail.OutgoingMessage;

/** A message on disk and the same message as Thunderbird's API gives it are the same facts. */
class EqualFactsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> incoming() {
        return Stream.of(
                Arguments.of("a plain message", """
                        From: Ann <Ann@Example.org>
                        To: me@example.org
                        Subject: Hello
                        Date: Mon, 02 Nov 2026 11:00:00 +0100
                        Message-ID: <1@example.org>

                        Hello.
                        """, """
                        {"headerMessageId":"1@example.org","author":"Ann <Ann@Example.org>","recipients":["me@example.org"],"ccList":[],"subject":"Hello",
                         "date":"2026-11-02T10:00:00Z","headers":{"from":["Ann <Ann@Example.org>"],"to":["me@example.org"],"subject":["Hello"],
                         "date":["Mon, 02 Nov 2026 11:00:00 +0100"],"message-id":["<1@example.org>"]}}"""),
                Arguments.of("encoded, folded, with several recipients and Thunderbird's own fields", """
                        X-Mozilla-Status: 0001
                        X-Mozilla-Status2: 00000000
                        From: =?UTF-8?Q?Zo=C3=A9_=C3=89t=C3=A9?= <zoe@example.org>
                        To: "Martin, Ann" <ann@example.org>,
                         Bob <bob@example.org>
                        Cc: =?iso-8859-1?Q?H=E9l=E8ne?= <helene@example.org>
                        Subject: =?UTF-8?B?UsOpdW5pb24=?=
                         =?UTF-8?B?IGR1IGJ1cmVhdQ==?=
                        Date: Mon, 02 Nov 2026 10:00:00 +0000
                        Message-ID: <2@example.org>
                        X-Spam-Status: No, score=1.0
                        	tests=NONE
                        List-Id: The club <list.club.example>

                        Bonjour.
                        """, """
                        {"headerMessageId":"2@example.org","author":"Zoé Été <zoe@example.org>","recipients":["\\"Martin, Ann\\" <ann@example.org>","Bob <bob@example.org>"],
                         "ccList":["Hélène <helene@example.org>"],"subject":"Réunion du bureau","date":"2026-11-02T10:00:00.000Z",
                         "headers":{"x-mozilla-status":["0001"],"x-mozilla-status2":["00000000"],"from":["Zoé Été <zoe@example.org>"],
                         "to":["\\"Martin, Ann\\" <ann@example.org>, Bob <bob@example.org>"],"cc":["Hélène <helene@example.org>"],
                         "subject":["Réunion du bureau"],"date":["Mon, 02 Nov 2026 10:00:00 +0000"],"message-id":["<2@example.org>"],
                         "x-spam-status":["No, score=1.0\\r\\n\\ttests=NONE"],"list-id":["The club <list.club.example>"]}}"""),
                Arguments.of("a field that is there twice", """
                        Received: by b.example
                        Received: by a.example
                        From: ann@example.org
                        To: me@example.org
                        Subject: Twice
                        Date: Mon, 02 Nov 2026 10:00:00 +0000
                        Message-ID: <3@example.org>

                        Hello.
                        """, """
                        {"headerMessageId":"3@example.org","author":"ann@example.org","recipients":["me@example.org"],"ccList":[],"subject":"Twice",
                         "date":"2026-11-02T10:00:00Z","headers":{"received":["by b.example","by a.example"],"from":["ann@example.org"],"to":["me@example.org"],
                         "subject":["Twice"],"date":["Mon, 02 Nov 2026 10:00:00 +0000"],"message-id":["<3@example.org>"]}}"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incoming")
    void aMessageThatCame(String what, String rfc822, String thunderbird) throws IOException {
        ReadMessage disk = Mail.incoming(rfc822);
        ReadMessage api = new ThunderbirdReader(Locale.ENGLISH).incoming("", "", JSON.readTree(thunderbird), Mail.NOBODY);
        assertThat(Came.withoutSize(Mail.message(disk))).isEqualTo(Came.withoutSize(Mail.message(api)));
        assertThat(sorted(Mail.header(disk))).isEqualTo(sorted(Mail.header(api)));
        assertThat(disk.warnings()).isEqualTo(api.warnings()).isEmpty();
        assertThat(disk.from()).isEqualTo(api.from());
        assertThat(disk.subject()).isEqualTo(api.subject());
    }

    static Stream<Arguments> outgoing() {
        return Stream.of(
                Arguments.of("plain text", """
                        From: Me <me@example.org>
                        To: Ann <ann@example.org>, bob@example.org
                        Cc: "Étienne" <e@example.org>
                        Bcc: secret@example.org
                        Subject: =?UTF-8?Q?Lundi_=C3=A0_10_h?=
                        Content-Type: text/plain; charset=utf-8

                        Bonjour Ann,

                        à lundi.
                        """, """
                        {"from":"Me <me@example.org>","to":["Ann <ann@example.org>","bob@example.org"],"cc":["Étienne <e@example.org>"],"bcc":["secret@example.org"],
                         "subject":"Lundi à 10 h","isPlainText":true,"body":"Bonjour Ann,\\n\\nà lundi.\\n","plainTextBody":"Bonjour Ann,\\n\\nà lundi.\\n","attachments":[]}"""),
                Arguments.of("HTML with a file", """
                        From: me@example.org
                        To: ann@example.org
                        Subject: File
                        Content-Type: multipart/mixed; boundary=x

                        --x
                        Content-Type: text/html; charset=utf-8

                        <p>Hello <b>Ann</b>,</p><p>here it is.</p>
                        --x
                        Content-Type: application/pdf; name="a.pdf"
                        Content-Transfer-Encoding: base64
                        Content-Disposition: attachment; filename="a.pdf"

                        AAECAwQFBgcICQ==
                        --x--
                        """, """
                        {"from":"me@example.org","to":["ann@example.org"],"cc":[],"bcc":[],"subject":"File","isPlainText":false,
                         "body":"<p>Hello <b>Ann</b>,</p><p>here it is.</p>","attachments":[{"name":"a.pdf","contentType":"application/pdf","size":10}]}"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outgoing")
    void aMessageThatLeaves(String what, String rfc822, String thunderbird) throws IOException {
        ReadMessage disk = Mail.outgoing(rfc822);
        OutgoingMessage expected = Mail.leaving(disk);
        ReadMessage api = new ThunderbirdReader(Locale.ENGLISH).outgoing(JSON.readTree(thunderbird), Set.of(), expected.date());
        assertThat(Mail.leaving(api)).isEqualTo(expected);
        assertThat(Mail.text(api).strip()).isEqualTo(Mail.text(disk).strip());
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("text and the same in HTML", """
                        From: ann@example.org
                        Content-Type: multipart/alternative; boundary=x

                        --x
                        Content-Type: text/plain; charset=utf-8

                        été
                        --x
                        Content-Type: text/html; charset=utf-8

                        <p>été</p>
                        --x--
                        """, """
                        {"parts":[{"contentType":"message/rfc822","parts":[{"contentType":"multipart/alternative","parts":[
                          {"contentType":"text/plain","body":"été"},{"contentType":"text/html","body":"<p>été</p>"}]}]}]}"""),
                Arguments.of("a forwarded message is a file, its text is not this message's", """
                        From: ann@example.org
                        Content-Type: multipart/mixed; boundary=x

                        --x
                        Content-Type: text/plain

                        see below
                        --x
                        Content-Type: message/rfc822; name="other.eml"
                        Content-Disposition: attachment; filename="other.eml"

                        Subject: other
                        Content-Type: text/plain

                        other text
                        --x
                        Content-Type: text/calendar

                        BEGIN:VCALENDAR
                        --x--
                        """, """
                        {"parts":[{"contentType":"multipart/mixed","parts":[{"contentType":"text/plain","body":"see below"},
                          {"contentType":"message/rfc822","name":"other.eml","size":9,"parts":[{"contentType":"text/plain","body":"other text"}]},
                          {"contentType":"text/calendar","body":"BEGIN:VCALENDAR"}]}]}"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBody(String what, String rfc822, String thunderbird) throws IOException {
        ReadMessage disk = Mail.outgoing(rfc822);
        JsonNode message = JSON.readTree(thunderbird);
        ReadMessage api = new ThunderbirdReader(Locale.ENGLISH).incoming("", "", message, Mail.NOBODY);
        assertThat(Mail.text(api).strip()).isEqualTo(Mail.text(disk).strip());
        assertThat(Mail.files(api)).extracting(file -> file.name() + " " + file.contentType())
                .isEqualTo(Mail.files(disk).stream().map(file -> file.name() + " " + file.contentType()).toList());
    }

    private static List<Header> sorted(List<Header> header) {
        return header.stream().sorted(Comparator.comparing(Header::name)).toList();
    }
}
