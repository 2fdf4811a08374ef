package org.tripostal.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes one setting in {@code settings.yaml}; every other character, comments too, stays as the user wrote it. */
public final class SettingsWriter {

    private static final Pattern ACTIVE = Pattern.compile("(?m)^(active[ \\t]*:)[^\\S\\n]*[^#\\n\\r]*?([ \\t]*(?:#[^\\n\\r]*)?)(\\r?)$");

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
        Matcher matcher = ACTIVE.matcher(text);
        String changed = matcher.find()
                ? text.substring(0, matcher.start()) + matcher.group(1) + " " + active + matcher.group(2) + matcher.group(3) + text.substring(matcher.end())
                : "active: " + active + "\n" + text;
        UserFile.write(file, changed);
    }
}
