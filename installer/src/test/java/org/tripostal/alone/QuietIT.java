package org.tripostal.alone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.driver.Await;

/** Nothing leaves the computer, and nobody but who started it can talk to the host: neither it nor any program that it starts opens a socket. */
class QuietIT {

    @TempDir
    Path folder;

    @Test
    void neitherTheHostNorItsCompilerOpensASocketWhileTheyWork() throws Exception {
        Host.configure(folder);
        Set<String> sockets = new ConcurrentSkipListSet<>();
        AtomicInteger looks = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        try (Host host = new Host(folder)) {
            Thread watcher = new Thread(() -> {
                while (!over.get()) {
                    try {
                        sockets.addAll(host.sockets());
                        looks.incrementAndGet();
                    } catch (IOException e) {
                        sockets.add("cannot be looked at: " + e);
                    }
                }
            });
            watcher.start();
            Await.until("the user's rule to be in force", Duration.ofSeconds(60), () -> host.sort(0, 1).toString().contains("mine"));
            host.sort(1, 200);
            host.ask("compose/judge", """
                    {"message":{"account":"account1","from":"Me <me@example.org>","to":["ann@example.org"],"cc":[],"bcc":[],"replyTo":[],"subject":"","type":"new","isPlainText":false,
                     "body":"<p>Hello <img src='https://example.com/x.png'> https://example.com/</p>","plainTextBody":"Hello","attachments":[]}}""");
            host.ask("messages/junk", """
                    {"account":"account1","folder":"/Junk","messages":[{"headerMessageId":"9@example.org","author":"X <x@example.com>","recipients":["me@example.org"],"ccList":[],"bccList":[],
                     "subject":"Prize","date":"2026-11-02T10:00:00Z","size":10,"junk":true,"read":false,"flagged":false,"tags":[],"headers":{},
                     "parts":[{"contentType":"text/plain","body":"https://example.com/","partName":"1","size":9,"parts":[]}],"did":"marked-junk","wasInInbox":false}]}""");
            host.ask("journal/overview", "{}");
            host.ask("doctor/run", "{}");
            over.set(true);
            watcher.join();
        }
        assertThat(looks.get()).as("looks at what is open").isGreaterThan(20);
        assertThat(sockets).isEmpty();
    }

    @Test
    void theRuntimeThatIsShippedCannotSpeakHttp() throws Exception {
        Process java = new ProcessBuilder(Path.of(System.getProperty("tripostal.image"), "runtime/bin/java").toString(), "--list-modules").start();
        java.getOutputStream().close();
        String modules = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).isZero();
        assertThat(modules).contains("java.base").doesNotContain("java.net.http", "jdk.httpserver", "java.rmi", "jdk.jdwp");
    }

    @Test
    void theAddOnAsksForNoPermissionThatReachesTheNetworkOrPages() throws Exception {
        String manifest = Files.readString(Path.of("../extension/src/manifest.json"));
        assertThat(manifest).doesNotContain("webRequest", "<all_urls>", "http://", "externally_connectable", "\"tabs\"", "unsafe-");
    }
}
