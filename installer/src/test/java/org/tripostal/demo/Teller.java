package org.tripostal.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says what happens as it happens, and remembers whether anything went wrong. */
final class Teller {

    private static final int SENDER = 24;
    private static final int SUBJECT = 40;

    // In UTF-8 wherever the demo is started: a bare system has no locale.
    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final Words words;
    private boolean allWell = true;

    Teller(Locale locale) {
        words = new Words(locale);
    }

    Words words() {
        return words;
    }

    void say(String key, Object... values) {
        out.println(words.of(key, values));
    }

    void chapter(String key) {
        out.println();
        say(key);
    }

    /** One message: who or whom, about what, what became of it, and why (may be empty). */
    void event(int number, String person, String subject, String outcome, String why) {
        out.printf("%3d  %s  %s  %s%n", number, column(person, SENDER), column(subject, SUBJECT), outcome);
        if (!why.isEmpty()) {
            out.printf("     %s  %s%n", " ".repeat(SENDER), why);
        }
    }

    void row(String left, Object right) {
        out.printf("     %s %4s%n", column(left, SENDER), right);
    }

    void wrong(String key, Object... values) {
        allWell = false;
        out.println("     >>> " + words.of(key, values));
    }

    boolean allWell() {
        return allWell;
    }

    private static String column(String text, int width) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > width ? line.substring(0, width - 1) + "…" : line + " ".repeat(width - line.length());
    }
}
