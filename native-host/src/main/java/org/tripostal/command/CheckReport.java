package org.tripostal.command;

import java.nio.file.Path;
import java.util.Optional;
import org.tripostal.engine.Decision;
import org.tripostal.reader.ReadMessage;

/** How {@code check} tells what it found about a message: what it writes, in UTF-8. Safe for use by several threads. */
interface CheckReport {

    /**
     * A message and what would be done with it.
     *
     * @param now what is done by the rules in force, where others are tried and would do something else
     */
    byte[] judged(Path file, ReadMessage message, Decision decision, Optional<Decision> now);

    /** A file that could not be read. */
    byte[] unreadable(Path file, String reason);
}
