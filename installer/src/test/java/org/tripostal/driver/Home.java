package org.tripostal.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.tripostal.spam.Learner;
import org.tripostal.spam.LearnerException;

/** A throwaway home folder: whatever Thunderbird and Tripostal read or write of a user's lies in it, and nowhere else. */
public final class Home {

    /** All that is taken over from the environment of the real user. */
    private static final List<String> INHERITED = List.of("PATH", "TZ");

    private final Path folder;
    private final Path image;
    private Path organisation;

    /** @param image the built image, with {@code bin/tripostal} in it */
    public Home(Path folder, Path image) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.image = image;
        for (String name : List.of("config/tripostal", "data", "cache", "tmp")) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    public Path folder() {
        return folder;
    }

    /** Where {@code routes.csv} and {@code settings.yaml} lie. */
    public Path config() {
        return folder.resolve("config/tripostal");
    }

    /** Writes a configuration file. */
    public void configure(String name, String content) throws IOException {
        // Set aside and moved into place: a program that watches the folder never sees half of it.
        Path whole = Files.writeString(folder.resolve("tmp").resolve(name), content);
        Files.move(whole, config().resolve(name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** What makes a program take this folder for the user's. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        for (String name : INHERITED) {
            if (System.getenv(name) != null) {
                environment.put(name, System.getenv(name));
            }
        }
        environment.put("HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("TMPDIR", folder.resolve("tmp").toString());
        environment.put("LANG", "C.UTF-8");
        if (organisation != null) {
            environment.put("TRIPOSTAL_ORGANISATION_DIR", organisation.toString());
        }
        return environment;
    }

    /** Makes this the folder with an organisation's rules, where the computer has none of its own. Before Thunderbird starts. */
    public void organisation(Path given) {
        organisation = given;
    }

    /** Where Thunderbird looks for the program's manifest. */
    public Path manifest() {
        return folder.resolve(".mozilla/native-messaging-hosts/org.tripostal.host.json");
    }

    /** The journal of what was decided. */
    public Path journal() {
        return folder.resolve("data/tripostal/journal.db");
    }

    /** The Message-IDs of all mail that has been judged, or was there before Tripostal; none where there is no journal yet. */
    public List<String> judged() throws IOException {
        return known("SELECT DISTINCT message_id FROM copy");
    }

    /** Without what a look at the inbox took for old: of a letter that is dated weeks ago, Thunderbird's own word may come after that look. */
    public List<String> judgedOrOldByTheServer() throws IOException {
        return known("SELECT DISTINCT message_id FROM copy WHERE delivery <> ''");
    }

    private List<String> known(String query) throws IOException {
        if (Files.notExists(journal())) {
            return List.of();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal());
                ResultSet row = connection.createStatement().executeQuery(query)) {
            List<String> judged = new ArrayList<>();
            while (row.next()) {
                judged.add(row.getString(1));
            }
            return judged;
        } catch (SQLException e) {
            throw new IOException("the journal cannot be read just now", e);
        }
    }

    /** What the user's marks have taught: each message by its Message-ID, with {@code spam} or {@code wanted} behind it. */
    public List<String> learned() throws IOException {
        return learned(Learner.SHARED);
    }

    /** The same of one account, where each learns for itself. @param scope Thunderbird's id of the account */
    public List<String> learned(String scope) throws IOException {
        List<String> learned = new ArrayList<>();
        try (Learner learner = Learner.open(journal().getParent(), scope)) {
            learner.export((key, spam, features) -> learned.add(key + (spam ? " spam" : " wanted")));
        } catch (LearnerException e) {
            throw new IOException("what was learned cannot be read just now", e);
        }
        return learned;
    }

    /** Runs {@code tripostal} as this user; it has to succeed. Returns what it wrote to standard output. */
    public String tripostal(String... arguments) throws IOException {
        return run(0, arguments);
    }

    /** Runs {@code tripostal} as this user; it has to end with exit status 1. Returns what it wrote to standard output. */
    public String tripostalFailing(String... arguments) throws IOException {
        return run(1, arguments);
    }

    private String run(int status, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/tripostal").toString()));
        command.addAll(List.of(arguments));
        Path complaints = Files.createTempFile(folder.resolve("tmp"), "tripostal", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != status) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + " did not end with " + status + ": " + said + Files.readString(complaints));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return said;
    }
}
