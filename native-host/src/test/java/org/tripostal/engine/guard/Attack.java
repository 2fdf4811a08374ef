package org.tripostal.engine.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule file that does what no rule may.
 *
 * @param name its name
 * @param kind what it tries, in words
 * @param effect how one sees that it worked: see {@link Effect}
 * @param text its text, with places for what differs from run to run
 */
record Attack(String name, String kind, String effect, String text) {

    /** The system property that attacks set. */
    static final String PROPERTY = "tripostal.attacked";

    /** The folder of attacks among the tests' resources. */
    static List<Attack> all() {
        try (Stream<Path> files = Files.list(Path.of(Attack.class.getResource("attacks").getPath()))) {
            return files.sorted().map(Attack::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path file) {
        try {
            String text = Files.readString(file);
            return new Attack(file.getFileName().toString().replace(".drl", ""), after("// kind: ", text), after("// effect: ", text), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String after(String mark, String text) {
        return text.lines().filter(line -> line.startsWith(mark)).findFirst().orElseThrow().substring(mark.length());
    }

    /** The attack with the places filled in. */
    String filled(Place place) {
        return text.replace("%FILE%", place.file().toString())
                .replace("%SECRET_FILE%", place.secretFile().toString())
                .replace("%SECRET%", Place.SECRET)
                .replace("%SECRET_PROPERTY%", Place.SECRET_PROPERTY)
                .replace("%NUMBER_PROPERTY%", Place.NUMBER_PROPERTY)
                .replace("%TRUE_PROPERTY%", Place.TRUE_PROPERTY)
                .replace("%PORT%", String.valueOf(place.server().getLocalPort()))
                .replace("%PROPERTY_CHARS%", PROPERTY.chars().mapToObj(String::valueOf).collect(Collectors.joining(",")))
                .replace("%PROPERTY%", PROPERTY);
    }

    /**
     * What an attack finds around it.
     *
     * @param file a file that is not there yet
     * @param secretFile a file with a secret in it
     * @param server listens on loopback
     */
    record Place(Path file, Path secretFile, ServerSocket server) implements AutoCloseable {

        static final String SECRET = "the secret of the user";
        static final String SECRET_PROPERTY = "tripostal.secret";
        static final String NUMBER_PROPERTY = "tripostal.number";
        static final String TRUE_PROPERTY = "tripostal.true";

        static Place in(Path folder) throws IOException {
            System.clearProperty(PROPERTY);
            System.setProperty(SECRET_PROPERTY, SECRET);
            System.setProperty(NUMBER_PROPERTY, "4711");
            System.setProperty(TRUE_PROPERTY, "true");
            Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
            return new Place(folder.resolve("attacked"), secret, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }

        @Override
        public void close() throws IOException {
            server.close();
            List.of(PROPERTY, SECRET_PROPERTY, NUMBER_PROPERTY, TRUE_PROPERTY).forEach(System::clearProperty);
        }
    }
}
