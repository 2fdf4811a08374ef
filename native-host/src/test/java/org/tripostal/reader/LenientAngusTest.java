package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LenientAngusTest {

    @Test
    void anEncodedWordIsDecodedWithoutLookingThroughAllJars() {
        List<String> lookedFor = new ArrayList<>();
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(usual) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                lookedFor.add(name);
                return super.getResources(name);
            }
        });
        try {
            assertThat(Mailboxes.parseAnything("=?iso-8859-1?Q?Andr=E9?= <andre@example.org>").get(0).name()).isEqualTo("André");
            assertThat(HeaderFields.decoded("=?utf-8?B?UsOpdW5pb24=?=")).isEqualTo("Réunion");
        } finally {
            thread.setContextClassLoader(usual);
        }
        assertThat(lookedFor).isEmpty();
    }
}
