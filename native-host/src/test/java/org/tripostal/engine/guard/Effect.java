package org.tripostal.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tripostal.action.Notify;

/** What an attack does with the guard off. */
final class Effect {

    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(290);

    private Effect() {}

    /** Runs an attack and looks whether it did what it is for. Whatever it changed in this program is put back. Returns what it was compiled to. */
    static Unguarded.Compiled assertSeen(Attack attack, Attack.Place place, String drl, Path folder) throws Exception {
        if (attack.effect().startsWith("exit ")) {
            assertThat(endsWith(drl, folder)).isEqualTo(Integer.parseInt(attack.effect().substring("exit ".length())));
            return Unguarded.compile(drl);
        }
        CountDownLatch connected = listen(place);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        PrintStream ours = new PrintStream(printed, true);
        System.setOut(ours);
        System.setErr(new PrintStream(complained, true));
        try {
            Unguarded.Compiled compiled = Unguarded.compile(drl);
            if ("compiling".equals(attack.effect())) {
                assertThat(System.getProperty(Attack.PROPERTY)).as("set while the file was compiled").isEqualTo("set");
                return compiled;
            }
            long start = System.nanoTime();
            Unguarded.Outcome outcome = Unguarded.run(compiled, Unguarded.PlainLoader::new);
            long took = System.nanoTime() - start;
            switch (attack.effect()) {
                case "file" -> assertThat(place.file()).exists();
                case "deleted" -> assertThat(place.secretFile()).doesNotExist();
                case "connection" -> assertThat(connected.await(10, TimeUnit.SECONDS)).isTrue();
                case "property" -> assertThat(System.getProperty(Attack.PROPERTY)).isNotNull();
                case "told" -> assertThat(outcome.facts()).anySatisfy(fact -> assertThat(fact)
                        .isInstanceOfSatisfying(Notify.class, notify -> assertThat(notify.text()).contains(Attack.Place.SECRET)));
                case "fires" -> assertThat(outcome.fired()).isPositive();
                case "output" -> assertThat(printed.toString()).contains(Attack.Place.SECRET);
                case "errors" -> assertThat(complained.toString()).contains(Attack.Place.SECRET);
                case "out" -> assertThat(System.out).isNotSameAs(ours);
                case "locale" -> assertThat(Locale.getDefault()).isEqualTo(Locale.GERMANY).isNotEqualTo(locale);
                case "time-zone" -> assertThat(TimeZone.getDefault().getID()).isEqualTo("Asia/Tokyo").isNotEqualTo(zone.getID());
                case "interrupted" -> assertThat(Thread.interrupted()).isTrue();
                case "slow" -> assertThat(took).isGreaterThan(SLOW_NANOS);
                case "gone" -> assertThat(outcome.deleted()).isNotEmpty();
                case "again" -> assertThat(outcome.fired()).isGreaterThan(2);
                case "halted" -> assertThat(outcome.fired()).isEqualTo(1);
                default -> throw new IllegalArgumentException("no such effect: " + attack.effect());
            }
            return compiled;
        } finally {
            System.setOut(out);
            System.setErr(err);
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
            Thread.interrupted();
        }
    }

    /** Counted down as soon as somebody has connected; whoever does is hung up on. */
    private static CountDownLatch listen(Attack.Place place) {
        CountDownLatch connected = new CountDownLatch(1);
        CompletableFuture.runAsync(() -> {
            while (!place.server().isClosed()) {
                try (Socket socket = place.server().accept()) {
                    connected.countDown();
                } catch (IOException e) {
                    // The test is over and has closed it.
                    return;
                }
            }
        });
        return connected;
    }

    private static int endsWith(String drl, Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("attack.drl"), drl);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Ddrools.dialect.java.compiler.lnglevel=17",
                        "-cp", System.getProperty("java.class.path"), Unguarded.class.getName(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
