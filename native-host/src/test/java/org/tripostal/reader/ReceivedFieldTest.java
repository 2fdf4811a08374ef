package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a server took a message in, also where it does not write that as RFC 5322 says. */
class ReceivedFieldTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "from a.example by b.example with ESMTP id 1; Tue, 24 Nov 2026 22:58:59 +0100",
        "from a.example by b.example;\r\n\tTue, 24 Nov 2026 21:58:59 +0000 (UTC)",
        "from a.example (b; c) by d.example; 24 Nov 2026 21:58:59 -0000",
        "from 127.0.0.1 (HELO localhost); Tue Nov 24 21:58:59 UTC 2026"})
    void theDateBehindTheLastSemicolon(String field) {
        assertThat(ReceivedField.date(field)).contains(Instant.parse("2026-11-24T21:58:59Z"));
    }

    @Test
    void aDayOfOneDigitAndAZoneWithAName() {
        assertThat(ReceivedField.date("by a.example; Sun Nov  1 08:00:00 EST 2026")).contains(Instant.parse("2026-11-01T13:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from a.example", "from a.example;", "by b.example; yesterday"})
    void whatIsNoDateSaysNothing(String field) {
        assertThat(ReceivedField.date(field)).isEmpty();
    }
}
