package org.tripostal.driver;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The native host as a process, to be killed or stopped in its tracks. */
public record HostProcess(ProcessHandle process) {

    static HostProcess startedBy(ProcessHandle thunderbird) {
        return new HostProcess(Await.until("a host process", Duration.ofSeconds(15), () -> find(thunderbird), Optional::isPresent).orElseThrow());
    }

    static boolean isStartedBy(ProcessHandle thunderbird) {
        return find(thunderbird).isPresent();
    }

    /** The launcher has become java by then: only its runtime and main class tell it apart. */
    private static Optional<ProcessHandle> find(ProcessHandle thunderbird) {
        return thunderbird.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/runtime/bin/java")).findFirst();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it without a chance to say a word. */
    public void kill() {
        process.destroyForcibly();
        Await.until("the host process to be gone", Duration.ofSeconds(5), () -> !process.isAlive());
    }

    /** Lets it hang: alive, and deaf. */
    public void freeze() throws IOException {
        signal("STOP");
    }

    /** Lets it go on after {@link #freeze}. */
    public void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        try {
            if (kill.waitFor() != 0) {
                throw new IOException("cannot send SIG" + name + " to the host process " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
