package org.tripostal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version: major, minor, patch. A text that is no version is 0.0.0, which fits nothing.
 *
 * @param major changes with the protocol
 * @param minor changes with the protocol
 * @param patch changes without it
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

    /** The version of this program. */
    public static final Version CURRENT = of(fromBuild());

    private static String fromBuild() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version that this text names. */
    public static Version of(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?.*").matcher(text);
        if (!matcher.matches()) {
            return new Version(0, 0, 0);
        }
        String patch = matcher.group(3);
        return new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), patch == null ? 0 : Integer.parseInt(patch));
    }

    /** Whether two halves of these versions understand each other: same major, same minor. */
    public boolean fits(Version other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major).thenComparingInt(Version::minor).thenComparingInt(Version::patch).compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
