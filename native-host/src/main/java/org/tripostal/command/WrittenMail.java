package org.tripostal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tripostal.evaluation.LabelledMessage;

/** Writes labelled messages as files, for {@code check}: {@code NUMBER.eml}, and beside it what it answers as {@code NUMBER.thread/original.eml}. */
final class WrittenMail {

    private final Path folder;
    private int written;

    WrittenMail(Path folder) {
        this.folder = folder;
    }

    void add(LabelledMessage message) throws IOException {
        String name = String.format("%05d", ++written);
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".eml"), message.mail());
        if (message.original().isPresent()) {
            Path thread = Files.createDirectories(folder.resolve(name + ".thread"));
            Files.write(thread.resolve("original.eml"), message.original().get());
        }
    }
}
