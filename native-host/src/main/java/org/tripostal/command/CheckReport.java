package org.tripostal.command;

import java.nio.file.Path;
import java.util.Optional;
import org.tripostal.engine.Decision;
import org.tripostal.reader.ReadMessage;

/** How {@code check} tells what it found, message by message, each as soon as it is known. */
interface CheckReport {

    /**
     * A message and what would be done with it.
     *
     * @param now what is done by the rules in force, where others are tried and would do something else
     */
    void judged(Path file, ReadMessage message, Decision decision, Optional<Decision> now);

    /** A file that could not be read. */
    void unreadable(Path file, String reason);
}
