package org.tripostal.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes one setting in {@code settings.yaml}; every other character, comments too, stays as the user wrote it. */
public final class SettingsWriter {

    private static final Pattern ACTIVE = Pattern.compile("(?m)^((?:active|\"active\"|'active')[ \\t]*:)[^#\\n\\r]*?([ \\t]*(?:#[^\\n\\r]*)?)(\\r?)$");

    private static final Pattern DOCUMENT_START = Pattern.compile("(?:[#%][^\\n]*\\n|[ \\t\\r]*\\n)*+---[ \\t]*(?:#[^\\n\\r]*)?\\r?\\n");

    private SettingsWriter() {}

    /**
     * Writes {@code active}.
     *
     * @throws IOException where the file cannot be read or written; it is then as it was
     */
    public static void setActive(Path file, boolean active) throws IOException {
        Problems problems = new Problems(file, Locale.ENGLISH);
        String text = UserFile.read(file, problems);
        if (!problems.found().isEmpty()) {
            throw new IOException(problems.found().get(0).shown());
        }
        if (text.indexOf(UserFile.NOT_UTF_8) >= 0) {
            // Writing it back would lose what the bytes meant.
            problems.add(0, "file.notUtf8", Map.of());
            throw new IOException(problems.found().get(0).shown());
        }
        Matcher matcher = ACTIVE.matcher(text);
        UserFile.write(file, matcher.find() ? matcher.replaceAll("$1 " + active + "$2$3") : withNewLine(text, "active: " + active));
    }

    /** First in the file, so that it belongs to no other setting; but behind the line {@code ---} where one opens the document. */
    private static String withNewLine(String text, String line) {
        Matcher opening = DOCUMENT_START.matcher(text);
        int place = opening.lookingAt() ? opening.end() : 0;
        return text.substring(0, place) + line + (text.contains("\r\n") ? "\r\n" : "\n") + text.substring(place);
    }
}
