package org.tripostal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words. Java often says nothing but the path. */
public final class FileTrouble {

    private FileTrouble() {}

    /** The reason, without the path. */
    public static String reason(IOException e, Messages messages) {
        if (e instanceof NoSuchFileException) {
            return messages.say("trouble.file.missing");
        }
        if (e instanceof AccessDeniedException) {
            return messages.say("trouble.file.denied");
        }
        if (e instanceof FileAlreadyExistsException) {
            return messages.say("trouble.file.exists");
        }
        if (e instanceof FileSystemLoopException) {
            return messages.say("trouble.file.loop");
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
