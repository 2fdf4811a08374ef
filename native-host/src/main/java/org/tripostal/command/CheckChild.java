package org.tripostal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripostal.Main;

/**
 * Judges in a second process, for rules that somebody has written may never come to an end, and only the end of a process ends them. Where the child had to end over a
 * rule, another goes on behind the messages that have been told, and judges the one that it was about without that rule.
 */
final class CheckChild {

    /** Names the file in which the child notes how far it has come; that it is set makes a process the child. */
    static final String PROGRESS = "TRIPOSTAL_CHECK_PROGRESS";
    /** Names the language that the child speaks. It cannot be told from the environment any more where the system lacks the locale and the start script put another. */
    private static final String LANGUAGE = "TRIPOSTAL_CHECK_LANGUAGE";

    /** The child ended because a rule did not. */
    static final int ENDED_OVER_A_RULE = 70;

    /** Each time a rule is set aside; more than this are not rules. */
    private static final int MOST_TIMES = 100;

    private CheckChild() {}

    /** In the child, the language of the process that started it; to be called before anything is said. */
    static void speakAsTheParent() {
        String language = System.getenv(LANGUAGE);
        if (language != null) {
            Locale.setDefault(Locale.forLanguageTag(language));
        }
    }

    /** Runs the command in children until one ends by itself. Returns its exit status. */
    static int run(List<String> arguments) throws IOException {
        Path progress = Files.createTempFile("tripostal-check", ".progress");
        try {
            for (int times = 0; times < MOST_TIMES; times++) {
                List<String> line = new ArrayList<>(program());
                line.addAll(arguments);
                ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
                builder.environment().put(PROGRESS, progress.toString());
                builder.environment().put(LANGUAGE, Locale.getDefault().toLanguageTag());
                int status = await(builder.start());
                if (status != ENDED_OVER_A_RULE) {
                    return status;
                }
            }
            return Tripostal.RULES_BROKEN;
        } finally {
            Files.deleteIfExists(progress);
        }
    }

    private static int await(Process child) {
        Thread end = new Thread(child::destroyForcibly, "end of the child");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            int status = child.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return status;
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
            return Tripostal.SOMETHING_UNREADABLE;
        }
    }

    /** This program again: that of the image, or where there is none, as in tests, this class path. */
    private static List<String> program() {
        String home = System.getProperty("tripostal.home");
        Path program = home == null ? null : Path.of(home, "bin", "tripostal");
        if (program != null && Files.isExecutable(program)) {
            return List.of(program.toString());
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"), Main.class.getName());
    }
}
