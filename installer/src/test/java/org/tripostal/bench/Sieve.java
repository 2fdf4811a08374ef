package org.tripostal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pigeonhole's {@code sieve-filter}, deciding only, over a Maildir of the same messages: rules by sender, the first that fits wins. */
final class Sieve {

    private static final Pattern STORED = Pattern.compile("store message in folder: (\\S+)");

    private final Path base;
    private final boolean root;

    Sieve(Path base, List<Path> messages) throws IOException, InterruptedException {
        this.base = base;
        root = "root".equals(System.getProperty("user.name"));
        Path current = Files.createDirectories(base.resolve("md/cur"));
        for (String folder : List.of("md/new", "md/tmp", "home", "run")) {
            Files.createDirectories(base.resolve(folder));
        }
        int number = 0;
        for (Path message : messages) {
            Files.copy(message, current.resolve("%d.M%d.bench:2,".formatted(1_700_000_000L + number, number)));
            number++;
        }
        String user = root ? "nobody" : System.getProperty("user.name");
        Files.writeString(base.resolve("dovecot.conf"), """
                base_dir=%1$s/run
                state_dir=%1$s/run
                log_path=%1$s/dovecot.log
                protocols=imap
                ssl=no
                default_internal_user=%2$s
                default_login_user=%2$s
                default_internal_group=%3$s
                first_valid_uid=1
                mail_uid=%2$s
                mail_gid=%3$s
                mail_location=maildir:%1$s/md
                mail_home=%1$s/home
                namespace inbox {
                  inbox=yes
                  separator=/
                }
                plugin {
                  sieve_max_script_size=10M
                  sieve_max_actions=0
                }
                """.formatted(base, user, root ? "nogroup" : group()));
        own();
    }

    static boolean isThere() {
        return Stream.of("/usr/bin/sieve-filter", "/usr/local/bin/sieve-filter").anyMatch(program -> Files.isExecutable(Path.of(program)));
    }

    /** The script of some routes, ready to run. */
    Path script(String name, Map<String, String> routes) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of("require [\"fileinto\",\"mailbox\"];"));
        routes.forEach((from, folder) -> lines.add("if address :is \"from\" \"%s\" { fileinto :create \"%s\"; stop; }".formatted(from, folder)));
        Path script = Files.write(base.resolve(name + ".sieve"), lines);
        own();
        return script;
    }

    double seconds(Path script) throws IOException, InterruptedException {
        long began = System.nanoTime();
        run(command(script), null);
        return (System.nanoTime() - began) / 1e9;
    }

    /** How many messages go into each folder, but for the inbox. */
    Map<String, Integer> folders(Path script) throws IOException, InterruptedException {
        Path said = base.resolve("said");
        run(command(script), said);
        Map<String, Integer> counts = new TreeMap<>();
        try (Stream<String> lines = Files.lines(said, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            lines.map(STORED::matcher).filter(Matcher::find).forEach(found -> counts.merge(found.group(1).replaceAll("^'|'$", ""), 1, Integer::sum));
        }
        counts.remove("INBOX");
        return counts;
    }

    private List<String> command(Path script) {
        List<String> command = new ArrayList<>(root ? List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups") : List.of());
        command.addAll(List.of("sieve-filter", "-c", base + "/dovecot.conf", "-o", "mail_location=maildir:" + base + "/md", script.toString(), "INBOX"));
        return command;
    }

    private void own() throws IOException, InterruptedException {
        if (root) {
            run(List.of("chown", "-R", "nobody:nogroup", base.toString()), null);
            run(List.of("chmod", "755", base.toString()), null);
        }
    }

    private static String group() throws IOException {
        return new String(new ProcessBuilder("id", "-gn").start().getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
    }

    private void run(List<String> command, Path out) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(base.resolveSibling("sieve.err").toFile())
                .redirectOutput(out == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(out.toFile()));
        builder.environment().putAll(new LinkedHashMap<>(Map.of("HOME", base + "/home", "USER", "nobody")));
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with exit status " + status + ": " + Files.readString(base.resolveSibling("sieve.err")));
        }
    }
}
