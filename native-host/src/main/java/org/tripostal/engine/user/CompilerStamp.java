package org.tripostal.engine.user;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Names what compiled rules depend on besides their source: the facts and actions, Drools, the compiler and what it refuses. Written when the program is built.
 */
public final class CompilerStamp {

    /** Where it lies on the class path. */
    public static final String RESOURCE = "META-INF/tripostal/compiler-stamp";

    private CompilerStamp() {}

    /** The stamp of this program. */
    static String value() {
        return Read.VALUE;
    }

    private static final class Read {

        private static final String VALUE = read();

        private static String read() {
            try (InputStream in = CompilerStamp.class.getClassLoader().getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("This program was built wrongly: " + RESOURCE + " is missing");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
