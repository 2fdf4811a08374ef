package org.tripostal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Reads and writes a text file that a person may edit too. */
final class UserFile {

    /** What stands in a text where bytes were not UTF-8. */
    static final char NOT_UTF_8 = '\uFFFD';

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private UserFile() {}

    /** The text, without byte order mark, with {@link #NOT_UTF_8} for bytes that are not UTF-8; empty where there is no file, or it cannot be read. */
    static String read(Path file, Problems problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            problems.add(0, "file.unreadable", Map.of("reason", String.valueOf(e.getMessage())));
            return "";
        }
    }

    /**
     * The text of a file that is to be changed and written back.
     *
     * @throws IOException where it cannot be read, or holds bytes that are not UTF-8: written back they would be lost
     */
    static String readToChange(Path file) throws IOException {
        Problems problems = new Problems(file, Locale.ENGLISH);
        String text = read(file, problems);
        if (text.indexOf(NOT_UTF_8) >= 0) {
            problems.add(0, "file.notUtf8", Map.of());
        }
        if (!problems.found().isEmpty()) {
            throw new IOException(problems.found().get(0).shown());
        }
        return text;
    }

    /** Writes the file whole or not at all, for its owner only. A symbolic link stays one: what it points to is written. */
    static void write(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        PrivateFile.write(target, (marked(target) ? BYTE_ORDER_MARK + text : text).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the file begins with a byte order mark: spreadsheets that wrote one want it back. */
    private static boolean marked(Path file) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        byte[] mark = BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        }
    }
}
