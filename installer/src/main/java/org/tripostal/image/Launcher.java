package org.tripostal.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/** Writes the script that becomes the program: small, because everything it does is waited for at each start. */
final class Launcher {

    private Launcher() { }

    static void write(StartLine start, Path script) throws IOException {
        Path lib = start.archive().getParent();
        String classPath = start.classPath().stream().map(jar -> "$home/lib/" + lib.relativize(jar)).collect(Collectors.joining(":"));
        String text = template()
                .replace("@FLAGS@", String.join(" ", start.flags()))
                .replace(" \"@ARCHIVE@\"", start.canHaveArchive() ? " \"" + start.archiveFlag() + "$home/lib/" + start.archive().getFileName() + "\"" : "")
                .replace("@CLASSPATH@", classPath)
                .replace("@MAIN@", String.join(" ", start.program().mainClass(), String.join(" ", start.program().arguments())).strip());
        Files.createDirectories(script.getParent());
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String template() throws IOException {
        try (InputStream template = Launcher.class.getResourceAsStream("launcher.sh")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
